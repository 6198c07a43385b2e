import { runColours } from '../src/run/colours.ts';
import type { Run } from '../src/run/run.ts';

/** Which colour and marker a run has among the runs shown together. */
export type Slot = number;

/**
 * A run keeps the colour of its place in its comparison, as in the runs tree, and shares it with its
 * group; where runs of several comparisons would share one, the later takes the first that is free.
 */
export function assignSlots(runs: readonly Run[]): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  const ofGroups = new Map<string, Slot>();
  for (const { id, group = id, position } of runs.map(({ identity }) => identity)) {
    const own = position % runColours.length;
    const slot = ofGroups.get(group) ?? freeSlot(own, [...slots.values()]);
    ofGroups.set(group, slot);
    slots.set(id, slot);
  }
  return slots;
}

function freeSlot(own: Slot, taken: readonly Slot[]): Slot {
  if (!taken.includes(own)) return own;
  const free = runColours.findIndex((_, slot) => !taken.includes(slot));
  return free === -1 ? own : free;
}
