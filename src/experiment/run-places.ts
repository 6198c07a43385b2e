import type { Experiment } from './experiment-file.ts';
import { nodeAt, type Location } from './json-place.ts';
import { parseJson } from './json-syntax.ts';

/** Where in an experiment file what can be run. */
export interface RunPlace {
  readonly offset: number;
  /** The variant that is run alone; undefined for all that the file holds. */
  readonly variant: number | undefined;
  /** How many runs that makes. */
  readonly runs: number;
}

/** All at the head of the variants, or of the base where there are none; then each variant. */
export function runPlaces(text: string, { runs }: Experiment): RunPlace[] {
  const json = parseJson(text);
  if (!json.ok) return [];
  const offsetOf = (location: Location): number => {
    const node = nodeAt(json.tree, location);
    return (node?.parent?.type === 'property' ? node.parent : (node ?? json.tree)).offset;
  };
  const variants = variantsOf(runs);
  const head = offsetOf(variants.length === 0 ? ['base'] : ['variants']);
  const all = { offset: head, variant: undefined, runs: runs.length };
  const each = variants.map((variant) => ({
    offset: offsetOf(['variants', variant]),
    variant,
    runs: runs.filter((run) => run.variant === variant).length,
  }));
  return [all, ...each];
}

/** The indices of the variants in the file. */
export function variantsOf(runs: Experiment['runs']): number[] {
  return [...new Set(runs.flatMap(({ variant }) => variant ?? []))];
}
