import { balancedAccuracy } from './balanced-accuracy.ts';
import { brierScore } from './brier-score.ts';
import { expectedCalibrationError } from './expected-calibration-error.ts';
import { heldOutAccuracy } from './held-out-accuracy.ts';
import { meanIou } from './mean-iou.ts';
import type { Metric } from './metric.ts';
import { topTwoAccuracy } from './top-two-accuracy.ts';

const catalogue = {
  'top-2-accuracy': topTwoAccuracy,
  'balanced-accuracy': balancedAccuracy,
  'mean-iou': meanIou,
  'held-out-accuracy': heldOutAccuracy,
  'expected-calibration-error': expectedCalibrationError,
  'brier-score': brierScore,
} as const satisfies Record<string, Metric>;

export type MetricName = keyof typeof catalogue;

/** Every metric by the name that event files use. */
export const metrics: Readonly<Record<MetricName, Metric>> = catalogue;

const allNames: readonly string[] = Object.keys(catalogue);

export const metricNames = allNames.filter((name): name is MetricName =>
  Object.hasOwn(catalogue, name),
);

/** A value for every metric. */
export function perMetric<T>(valueOf: (name: MetricName) => T): Record<MetricName, T> {
  const values: Partial<Record<MetricName, T>> = {};
  for (const name of metricNames) values[name] = valueOf(name);
  if (!isWhole(values)) throw new Error('A metric has no value');
  return values;
}

function isWhole<T>(values: Partial<Record<MetricName, T>>): values is Record<MetricName, T> {
  return metricNames.every((name) => name in values);
}
