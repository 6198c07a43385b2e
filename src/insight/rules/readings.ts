import { percent } from '../../l10n.ts';
import type { LayerStatistics, UnitFailure } from '../../run/event.ts';
import type { Run } from '../../run/run.ts';
import type { Place, Reading } from './rule.ts';

/** The values of the last `count` epochs; undefined while fewer were trained. Epoch 0 is none of them. */
export function lastEpochs(values: readonly number[], count: number): number[] | undefined {
  return values.length > count ? values.slice(-count) : undefined;
}

/** The place of the entry `index` of the epochs' series. */
export function atEpoch({ epochs }: Run, index: number): Place {
  const at = index < 0 ? epochs.epoch.length + index : index;
  return { step: epochs.step[at] ?? 0, epoch: epochs.epoch[at] ?? 0 };
}

export const firstStep: Place = { step: 1, epoch: 1 };

/** What is known of one layer in one window of steps. */
export interface LayerReading {
  readonly statistics: LayerStatistics;
  readonly place: Place;
  /** From 0, the first layer's. */
  readonly layer: number;
}

/** Of every layer after the first step, and then after every epoch. */
export function layerReadings(run: Run): LayerReading[] {
  const { gradients } = run;
  const first = (gradients.firstStep ?? []).map((statistics, layer) =>
    reading(run, statistics, layer, firstStep),
  );
  return [...first, ...epochReadings(run)];
}

/** The same without the first step. */
export function epochReadings(run: Run): LayerReading[] {
  const { gradients, setting } = run;
  return gradients.epoch.flatMap((epoch, index) => {
    const place = { epoch, step: epoch * (setting?.stepsPerEpoch ?? 0) };
    return gradients.layers.flatMap((of, layer) => {
      const statistics = of[index];
      return statistics === undefined ? [] : [reading(run, statistics, layer, place)];
    });
  });
}

function reading(run: Run, statistics: LayerStatistics, layer: number, at: Place): LayerReading {
  const name = run.setting?.layers[layer]?.name;
  return { statistics, layer, place: name === undefined ? at : { ...at, layer: name } };
}

/** The reading with the largest value; undefined without any. NaN is larger than all. */
export function largest<T>(readings: readonly T[], value: (of: T) => number): T | undefined {
  return readings.reduce<T | undefined>((most, each) => {
    const isMore = most === undefined || Number.isNaN(value(each)) || value(each) > value(most);
    return isMore ? each : most;
  }, undefined);
}

/** Of the units of one layer that failed in one way. */
export interface UnitReading {
  /** By the first evaluation and the last, in 0…1. */
  readonly start: number;
  readonly share: number;
  /** Of the last. */
  readonly place: Place;
}

/** Of the layer in which most have by the last evaluation; undefined where that was not measured. */
export function worstUnits(run: Run, kind: UnitFailure): UnitReading | undefined {
  const { units, epoch: epochs } = run.evaluations;
  const epoch = epochs.at(-1) ?? 0;
  const step = epoch * (run.setting?.stepsPerEpoch ?? 0);
  const readings = units.flatMap<UnitReading>((of) => {
    const { layer, share } = of;
    const [start = NaN, now = NaN] = [share[0], share.at(-1)];
    if (of.kind !== kind || Number.isNaN(now)) return [];
    return [{ start, share: now, place: { epoch, step, layer, of: 'units' } }];
  });
  return largest(readings, ({ share }) => share);
}

/**
 * The root mean square of the first layer's gradient elements over that of the output layer's: norms
 * divided by √weights, so that the layers' sizes do not count. Undefined with one layer, or without a
 * gradient at the output.
 */
export function elementFlow(
  { setting }: Run,
  layers: readonly LayerStatistics[],
): number | undefined {
  const [first, output] = [layers[0], layers.at(-1)];
  const [weights, outputWeights] = [setting?.layers[0]?.weights, setting?.layers.at(-1)?.weights];
  if (layers.length < 2 || first === undefined || output === undefined) return undefined;
  if (weights === undefined || outputWeights === undefined || !(output.norm > 0)) return undefined;
  return (first.norm / output.norm) * Math.sqrt(outputWeights / weights);
}

/** Whether all values lie within `share` of `level`. */
export function allNear(values: readonly number[], level: number, share: number): boolean {
  return values.every((value) => Math.abs(value - level) <= share * level);
}

/** The layer with the largest share of units that failed, which is too many from `limit` on; undefined where none was measured. */
export function failedUnits(run: Run, failure: UnitFailure, limit: number): Reading | undefined {
  const worst = worstUnits(run, failure);
  if (worst === undefined) return undefined;
  return {
    value: percent(worst.share),
    limit: percent(limit),
    side: 'above',
    place: worst.place,
    isBeyond: worst.share >= limit,
  };
}
