import path from 'node:path';
import type { RuleName } from '../../insight/rules/catalogue.ts';
import { healthy } from './healthy.ts';
import { planted } from './planted.ts';

/** A training by which the rules are measured. */
export interface Case {
  /** As an experiment file would have it; a loss of its own is a file of `scripts/planted-losses`. */
  readonly spec: Readonly<Record<string, unknown>>;
  /** The rules that are to find something in it: its faults by construction. None, if it is healthy. */
  readonly faults: readonly RuleName[];
}

/** Other than those by which the thresholds were chosen, 1 and 2. */
export const measuredSeeds = [11, 12] as const;

/** Each case with each seed. */
export function suite(seeds: readonly number[], root: string): Case[] {
  const wrong = planted((file) => path.join(root, 'scripts', 'planted-losses', `${file}.mjs`));
  return [...healthy, ...wrong].flatMap(({ spec, faults }) =>
    seeds.map((seed) => ({ spec: { ...spec, seed }, faults })),
  );
}
