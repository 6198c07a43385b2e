import type { Place } from '../../../src/insight/rules/rule.ts';
import type { Run } from '../../../src/run/run.ts';
import type { Zoom } from '../../charts/view.ts';
import type { Choices } from '../../choices.ts';
import { usePage } from '../../context.ts';
import type { QuantityName } from '../../plots/quantities.ts';
import { xOf } from '../../plots/x-axis.ts';

/** Goes to a place of a run: its plots, with the cursor there, and the card of its step. */
export function useShow(): (run: Run, place: Place) => void {
  const { choices, choose, cursor, zoom } = usePage();
  return (run, place) => {
    const step = Math.max(1, place.step);
    // The layers' plots go by epoch, whatever the curves go by.
    const link = place.layer === undefined ? choices.x : 'epoch';
    const x = xOf(run, link, step, wallTimeOf(run, step));
    zoom.set(including(zoom.value, link, x));
    cursor.set({ link, x });
    choose({
      ...viewOf(run, place, choices),
      point: { runId: run.identity.id, step, isFound: true },
    });
    bringIntoSight();
  };
}

/** The tab that shows it; of a layer, what was measured of it and when. */
function viewOf(run: Run, { layer, of, epoch, step }: Place, choices: Choices): Partial<Choices> {
  if (layer === undefined) return { tab: 'curves' };
  const found = run.setting?.layers.findIndex(({ name }) => name === layer) ?? -1;
  return {
    tab: 'gradients',
    gradients: {
      quantity: quantityOf[of ?? 'gradient'],
      moment: step === 1 ? 0 : epoch,
      run: run.identity.id,
      layer: found < 0 ? choices.gradients.layer : found,
    },
  };
}

const quantityOf: Readonly<Record<NonNullable<Place['of']> | 'gradient', QuantityName>> = {
  gradient: 'norm',
  update: 'update',
  units: 'units',
};

/** Where the findings stand below the plots, or far down beside them, the plots are out of sight. */
function bringIntoSight(): void {
  const plots = document.getElementById('tabpanel');
  if (plots && plots.getBoundingClientRect().top < 0) plots.scrollIntoView();
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
