import { colourOf, runColours } from '../src/run/colours.ts';
import type { Run, RunIdentity } from '../src/run/run.ts';

/** Which colour and marker a run has among the runs shown together. */
export type Slot = number;

/**
 * A run has the colour that was chosen for it, else that of its place in its comparison, as in the runs
 * tree, and shares it with its group; where runs of several comparisons would share one that nobody chose,
 * the later takes the first that is free.
 */
export function assignSlots(runs: readonly Run[]): ReadonlyMap<string, Slot> {
  const identities = runs.map(({ identity }) => identity);
  const ofGroups = new Map<string, Slot>();
  for (const identity of [...identities.filter(isChosen), ...identities]) {
    const { id, group = id } = identity;
    const own = runColours.indexOf(colourOf(identity));
    const free = isChosen(identity) ? own : freeSlot(own, [...ofGroups.values()]);
    ofGroups.set(group, ofGroups.get(group) ?? free);
  }
  return new Map(identities.map(({ id, group = id }) => [id, ofGroups.get(group) ?? 0]));
}

/** Changes when a run comes, goes, or gets another colour. */
export function slotsVersion(runs: readonly Run[]): string {
  return runs.map(({ identity }) => `${identity.id} ${identity.colour ?? ''}`).join();
}

const isChosen = ({ colour }: RunIdentity): boolean => colour !== undefined;

function freeSlot(own: Slot, taken: readonly Slot[]): Slot {
  if (!taken.includes(own)) return own;
  const free = runColours.findIndex((_, slot) => !taken.includes(slot));
  return free === -1 ? own : free;
}
