import type { Run } from '../../run/run.ts';
import { isActive } from '../../run/run.ts';
import { deviationOf, meanOf } from '../statistics/moments.ts';
import { pairedDifference, type PairedDifference } from '../statistics/paired.ts';
import { twinsOf } from '../over-seeds.ts';
import type { Arm, Pair } from './arms.ts';
import { bestAccuracy } from './measures/best-accuracy.ts';
import { brierScore, calibrationError } from './measures/calibration.ts';
import { epochsTo } from './measures/epochs-to.ts';
import { finalAccuracy } from './measures/final-accuracy.ts';
import { firstGradient } from './measures/first-gradient.ts';
import type { Measure } from './measures/measure.ts';

/** What one measure says of both arms. */
export interface Evidence {
  readonly measure: Measure;
  readonly a: Readings;
  readonly b: Readings;
  /** a − b, seed by seed, where both have one. */
  readonly difference: PairedDifference;
}

/** Of the runs of one arm that have the measure. */
export interface Readings {
  readonly bySeed: ReadonlyMap<number, number>;
  readonly mean: number;
  /** Over the seeds; NaN of one. */
  readonly deviation: number;
  /** Runs that have no value, such as those that have never reached an accuracy. */
  readonly missing: number;
}

/** Accuracies to which epochs are counted, of which those are told that some run reached. */
const levels = [0.5, 0.8, 0.9, 0.95] as const;

/**
 * The accuracy that decides: that of the model which a training of a fixed length leaves. The best epoch
 * is chosen on the images that it is measured on; the largest of many noisy values lies above what any of
 * them is worth, and the further the more they fluctuate (Cawley & Talbot 2010, On Over-fitting in Model
 * Selection and Subsequent Selection Bias in Performance Evaluation).
 */
export const decisive = finalAccuracy;

/** What is told beside it. */
export const byBestEpoch = bestAccuracy;

/** A hundredth of a point: less than this is not told as a lead. */
export const noLead = 1e-4;

export function evidenceOf(pair: Pair): Evidence[] {
  const measures = [
    decisive,
    byBestEpoch,
    ...levels.map(epochsTo),
    calibrationError,
    brierScore,
    firstGradient,
  ];
  return measures.map((measure) => evidence(measure, pair)).filter(isTold);
}

export function evidence(measure: Measure, pair: Pair): Evidence {
  const twins = twinsOf(pair).map(({ a, b }) => [measure.value(a), measure.value(b)] as const);
  const both = twins.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  return {
    measure,
    a: readings(measure, pair.a),
    b: readings(measure, pair.b),
    difference: pairedDifference(both),
  };
}

function readings(measure: Measure, { runs }: Arm): Readings {
  const all = runs.map((run) => [run.identity.spec.seed, measure.value(run)] as const);
  const found = all.filter(([, value]) => Number.isFinite(value));
  const values = found.map(([, value]) => value);
  return {
    bySeed: new Map(found),
    mean: meanOf(values),
    deviation: deviationOf(values),
    missing: all.length - found.length,
  };
}

const isTold = ({ a, b }: Evidence): boolean => a.bySeed.size > 0 || b.bySeed.size > 0;

/**
 * The levels that every compared run has reached; the highest of them tells most of the speed, since at
 * the lower ones most losses are through after an epoch or two.
 */
export function speedEvidence(pair: Pair): Evidence | undefined {
  const reached = levels.map((level) => evidence(epochsTo(level), pair));
  return reached.findLast(({ a, b }) => a.bySeed.size > 0 && a.missing + b.missing === 0);
}

export function isGoingOn({ a, b }: Pair): boolean {
  return [...a.runs, ...b.runs].some((run) => isActive(run.state));
}

export function divergedOf({ runs }: Arm): readonly Run[] {
  return runs.filter(({ state }) => state === 'diverged');
}
