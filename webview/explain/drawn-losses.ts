import type { LossName } from '../../src/experiment/losses/catalogue.ts';
import { explainedLosses } from '../panel/shown-losses.ts';
import { slotOf, type Shown } from '../panel/shown.ts';
import type { DrawnLoss } from '../plots/pull.ts';
import { isSame } from '../../src/same.ts';

/** A loss has the colour of the run that trains on it; one that none trains on, a free colour. */
export function drawnLosses(shown: Shown, picked: readonly LossName[]): DrawnLoss[] {
  const taken = new Set(shown.slots.values());
  return explainedLosses(shown.runs, picked).map((spec) => {
    const run = shown.runs.find(({ identity }) => isSame(identity.spec.loss, spec));
    return { spec, slot: run === undefined ? takeFree(taken) : slotOf(shown, run) };
  });
}

function takeFree(taken: Set<number>): number {
  let slot = 0;
  while (taken.has(slot)) slot++;
  taken.add(slot);
  return slot;
}
