import { lossLabel } from '../experiment/names.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { message, type Translator } from '../l10n.ts';
import type { RunIdentity } from './run.ts';

/**
 * Identities for runs that start together: ids that sort by time and say what they hold. Specs that
 * differ in their seed alone become a group, with one position in the comparison.
 * @param names of the specs, in their order; where there is none, that of the loss
 */
export function newIdentities(
  specs: readonly ExperimentSpec[],
  now: Date,
  random: () => number,
  t: Translator,
  names: readonly (string | undefined)[] = [],
): RunIdentity[] {
  const comparison = newComparison(now, random);
  const positions = positionsOf(specs);
  const createdAt = now.getTime();
  return specs.map((spec, index) => {
    const position = positions[index] ?? index;
    const id = `${comparison}-${position + 1}-${spec.loss.name}`;
    const name = names[index] ?? t(lossLabel(spec.loss));
    if (positions.filter((other) => other === position).length === 1) {
      return { id, name, createdAt, comparison, position, spec };
    }
    const seeded = t(message('{name} · seed {seed}', { name, seed: String(spec.seed) }));
    const own = { id: `${id}-seed-${spec.seed}`, name: seeded };
    return { ...own, createdAt, comparison, position, group: id, spec };
  });
}

/** The identity of a new run that goes on from the checkpoint of another, up to `epochs` in all. */
export function continuingIdentity(
  { id, name, position, colour, spec }: RunIdentity,
  epoch: number,
  epochs: number,
  now: Date,
  random: () => number,
  t: Translator,
): RunIdentity {
  const comparison = newComparison(now, random);
  return {
    id: `${comparison}-${position + 1}-${spec.loss.name}`,
    name: t(message('{name} · from epoch {epoch}', { name, epoch: String(epoch) })),
    createdAt: now.getTime(),
    comparison,
    position,
    ...(colour !== undefined && { colour }),
    continues: { id, epoch },
    spec: { ...spec, epochs },
  };
}

/** The group of each, in the order of their first specs; one that is there twice begins a group of its own. */
function positionsOf(specs: readonly ExperimentSpec[]): number[] {
  const groups: ExperimentSpec[][] = [];
  return specs.map((spec) => {
    const found = groups.findIndex((others) => belongs(spec, others));
    if (found < 0) return groups.push([spec]) - 1;
    groups[found]?.push(spec);
    return found;
  });
}

function belongs(spec: ExperimentSpec, others: readonly ExperimentSpec[]): boolean {
  const isOther = ({ seed }: ExperimentSpec): boolean => seed !== spec.seed;
  return others.every((other) => isOther(other) && withoutSeed(other) === withoutSeed(spec));
}

function withoutSeed(spec: ExperimentSpec): string {
  return JSON.stringify({ ...spec, seed: null });
}

function newComparison(now: Date, random: () => number): string {
  return `${timestamp(now)}-${suffix(random)}`;
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
