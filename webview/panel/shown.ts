import type { Run } from '../../src/run/run.ts';
import type { Slot } from '../run-slots.ts';

/** The compared runs and the colour of each. */
export interface Shown {
  /** Those that a person has not hidden. */
  readonly runs: readonly Run[];
  readonly all: readonly Run[];
  /** Of all. */
  readonly slots: ReadonlyMap<string, Slot>;
}

export function slotOf({ slots }: Shown, run: Run): Slot {
  return slots.get(run.identity.id) ?? 0;
}

/** Changes when an epoch has ended in a run, its state or its name has changed. */
export function epochVersion(runs: readonly Run[]): string {
  return runs.map(version).join();
}

function version({ identity, state, epochs, evaluations, gradients, setting }: Run): string {
  const { length } = epochs.epoch;
  const measured = `${length} ${evaluations.epoch.length} ${gradients.epoch.length} ${gradients.firstStep?.length ?? 0}`;
  return `${identity.id} ${identity.name} ${identity.colour ?? ''} ${state} ${setting?.layers.length ?? 0} ${measured}`;
}

/** Changes also with every batch. */
export function batchVersion(runs: readonly Run[]): string {
  return `${epochVersion(runs)} ${runs.map((run) => run.batches.step.length).join()}`;
}
