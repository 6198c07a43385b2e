import type { Place } from '../../../src/insight/rules/rule.ts';
import type { Run } from '../../../src/run/run.ts';
import type { Zoom } from '../../charts/view.ts';
import { usePage } from '../../context.ts';
import { xOf } from '../../plots/x-axis.ts';

/** Goes to a place of a run: its plots, with the cursor there, and the card of its step. */
export function useShow(): (run: Run, place: Place) => void {
  const { choices, choose, cursor, zoom } = usePage();
  return (run, place) => {
    const step = Math.max(1, place.step);
    const link = choices.x;
    const x = xOf(run, link, step, wallTimeOf(run, step));
    zoom.set(including(zoom.value, link, x));
    cursor.set({ link, x });
    const tab = place.layer === undefined ? 'curves' : 'gradients';
    choose({ tab, point: { runId: run.identity.id, step } });
  };
}

function wallTimeOf({ batches, startedAt = 0 }: Run, step: number): number {
  return batches.wallTime[batches.step.indexOf(step)] ?? startedAt;
}

/** Without a zoom that would leave `x` out. */
function including(zoom: Zoom, link: string, x: number): Zoom {
  const span = zoom.x[link];
  if (span === undefined || (span[0] <= x && x <= span[1])) return zoom;
  const others = Object.entries(zoom.x).filter(([key]) => key !== link);
  return { ...zoom, x: Object.fromEntries(others) };
}
