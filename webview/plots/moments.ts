import { count, message, type Message } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Histogram } from '../../src/run/histogram.ts';
import { nearestEpoch } from '../../src/run/nearest-epoch.ts';
import { isActive, type Run } from '../../src/run/run.ts';
import { epochName } from './names.ts';

/** When gradients were measured: 0 is step 1 alone, any other number the whole epoch. */
export type Moment = number;

export const momentName = (moment: Moment): Message =>
  moment === 0 ? message('step {step}', { step: count(1) }) : epochName(moment);

/** All at which any of the runs has measured, in order. */
export function momentsOf(runs: readonly Run[]): Moment[] {
  return [...new Set(runs.flatMap(momentsIn))].sort((a, b) => a - b);
}

/** Those of one run, in order. */
export function momentsIn({ gradients: { firstStep, epoch } }: Run): readonly Moment[] {
  return firstStep === undefined ? epoch : [0, ...epoch];
}

/** The last of them that is not after the one that is wanted, or the first; null for none. */
export function nearestMoment(moments: readonly Moment[], wanted: Moment): Moment | null {
  return nearestEpoch(moments, wanted) ?? null;
}

/** The last at which a run has measured. */
export function lastMoment({ gradients: { epoch, firstStep } }: Run): Moment | undefined {
  return epoch.at(-1) ?? (firstStep === undefined ? undefined : 0);
}

/** One entry a layer; undefined where a run has not measured. */
export function statisticsAt(
  { gradients: { firstStep, epoch, layers } }: Run,
  moment: Moment,
): readonly LayerStatistics[] | undefined {
  if (moment === 0) return firstStep;
  const index = epoch.indexOf(moment);
  return index === -1 ? undefined : layers.flatMap((of) => of[index] ?? []);
}

/** Finds what a layer has measured at a moment, without a search for each. */
export function statisticsReader({
  gradients: { firstStep, epoch, layers },
}: Run): (moment: Moment, layer: number) => LayerStatistics | undefined {
  const indices = new Map(epoch.map((of, index) => [of, index]));
  return (moment, layer) =>
    moment === 0 ? firstStep?.[layer] : layers[layer]?.[indices.get(moment) ?? -1];
}

/** One entry a layer; null where nothing, or no histogram, was measured. */
export function histogramsAt({ gradients }: Run, moment: Moment): readonly Histogram[] | null {
  return gradients.histograms[gradients.epoch.indexOf(moment)] ?? null;
}

/**
 * The columns that the runs need. While one trains there are more than it has measured, so that the
 * columns stay where they are for a while; but never so many that those measured become a sliver.
 */
export function momentColumns(runs: readonly Run[]): Moment[] {
  const measured = momentsOf(runs);
  const last = measured.at(-1) ?? 0;
  const planned = runs
    .filter(({ state }) => isActive(state))
    .map(({ identity }) => identity.spec.epochs);
  const room = Math.max(32, 2 ** Math.ceil(Math.log2(last + 1)));
  const end = Math.max(last, Math.min(room, Math.max(0, ...planned)));
  return [...measured, ...Array.from({ length: end - last }, (_, i) => last + 1 + i)];
}
