import { lossLabel } from '../../experiment/names.ts';
import { withoutSeed } from '../../experiment/seeds.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { grouped } from '../../grouped.ts';
import { ratio, message, type Message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { sameLoss } from '../alike.ts';

/** The runs of one loss that differ in their seed alone: one side of a comparison. */
export interface Arm {
  /** The id of its first run, which stays the same when others join. */
  readonly id: string;
  readonly name: Message;
  readonly spec: ExperimentSpec;
  /** At least one, in the order of their seeds. */
  readonly runs: readonly Run[];
  /** Whether its learning rate was found by a sweep. */
  readonly isTuned: boolean;
}

/** Two losses that are compared. */
export interface Pair {
  readonly a: Arm;
  readonly b: Arm;
}

/** All arms of these runs; runs of a sweep are trials, and of no arm. */
export function armsOf(runs: readonly Run[]): Arm[] {
  return [...grouped(runs.filter(isCompared), keyOf).values()].map(armOf);
}

/** A run that failed has nothing to compare. */
function isCompared({ identity, state }: Run): boolean {
  return identity.purpose?.kind !== 'sweep' && state !== 'failed';
}

function keyOf({ identity }: Run): string {
  return JSON.stringify([withoutSeed(identity.spec), identity.purpose?.kind === 'fair']);
}

/** Of runs with the same seed the last counts: it is a repetition. */
function armOf(group: readonly [Run, ...Run[]]): Arm {
  const [first] = group;
  const bySeed = new Map(group.map((run) => [run.identity.spec.seed, run]));
  const runs = [...bySeed.values()].sort((x, y) => x.identity.spec.seed - y.identity.spec.seed);
  const { id, spec, purpose } = first.identity;
  return { id, name: lossLabel(spec.loss), spec, runs, isTuned: purpose?.kind === 'fair' };
}

/** The name of an arm in a list, where a loss may be there with several rates. */
export function armLabel({ name, spec }: Arm): Message {
  return message('{loss}, rate {rate}', { loss: name, rate: ratio(spec.optimizer.learningRate) });
}

/**
 * The two arms that a person chose by their ids; else the first two with a rate of their own each; else
 * the first two that differ in nothing but the loss; else the first two losses. Undefined for one loss.
 */
export function pairOf(arms: readonly Arm[], chosen: readonly string[] = []): Pair | undefined {
  const pairs = arms.flatMap((a, index) => arms.slice(index + 1).map((b) => ({ a, b })));
  const fitting = pairs.filter(({ a, b }) => !sameLoss(a.spec, b.spec));
  const [first = '', second = ''] = chosen;
  const byPerson = [...fitting, ...fitting.map(swapped)].find(
    ({ a, b }) => a.id === first && b.id === second,
  );
  return (
    byPerson ??
    fitting.find(({ a, b }) => a.isTuned && b.isTuned && isMeasured(a) && isMeasured(b)) ??
    fitting.find(({ a, b }) => differsInLossAlone(a.spec, b.spec)) ??
    fitting[0]
  );
}

const swapped = ({ a, b }: Pair): Pair => ({ a: b, b: a });

const isMeasured = ({ runs }: Arm): boolean => runs.some(({ epochs }) => epochs.epoch.length > 1);

export function differsInLossAlone(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return withoutSeed({ ...a, loss: b.loss }) === withoutSeed(b) && !sameLoss(a, b);
}
