import { lossLabel } from '../experiment/names.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Translator } from '../l10n.ts';
import type { RunIdentity } from './run.ts';

/** Identities for runs that start together: ids that sort by time and say what they hold. */
export function newIdentities(
  specs: readonly ExperimentSpec[],
  now: Date,
  random: () => number,
  t: Translator,
): RunIdentity[] {
  const comparison = `${timestamp(now)}-${suffix(random)}`;
  return specs.map((spec, position) => ({
    id: `${comparison}-${position + 1}-${spec.loss.name}`,
    name: t(lossLabel(spec.loss)),
    createdAt: now.getTime(),
    comparison,
    position,
    spec,
  }));
}

/** 2026-11-23T00:10:16Z → "20261123-001016", UTC. */
function timestamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

/** Four letters or digits: two windows may start in the same second. */
function suffix(random: () => number): string {
  return Math.floor(random() * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
}
