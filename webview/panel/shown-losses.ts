import { lossNames, type LossName } from '../../src/experiment/losses/catalogue.ts';
import type { Run } from '../../src/run/run.ts';

/** The losses that the runs train on, in their order. */
export function trainedLosses(runs: readonly Run[]): LossName[] {
  return [...new Set(runs.map((run) => run.identity.spec.loss.name))];
}

/** Those, then what was picked besides them. */
export function shownLosses(runs: readonly Run[], picked: readonly LossName[]): LossName[] {
  const trained = trainedLosses(runs);
  return [
    ...trained,
    ...lossNames.filter((name) => picked.includes(name) && !trained.includes(name)),
  ];
}

/** The losses that can be shown besides those that the runs train on. */
export function otherLosses(runs: readonly Run[]): LossName[] {
  const trained = trainedLosses(runs);
  return lossNames.filter((name) => !trained.includes(name));
}
