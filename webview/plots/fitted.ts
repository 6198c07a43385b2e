import type { Run } from '../../src/run/run.ts';
import { allValues, type Quantity } from './quantity.ts';

/** A diverged run's values this many times beyond those of the others do not widen a scale. */
const beyond = 1000;

/**
 * What the scale of a quantity is to hold: all values; but where some runs diverged and others did not,
 * the others stay readable, and what flies off is marked at the edge.
 */
export function fittedValues(runs: readonly Run[], quantity: Quantity): number[] {
  const isHealthy = ({ state }: Run): boolean => state !== 'diverged';
  const healthy = runs.filter(isHealthy).flatMap((run) => allValues(run, quantity));
  const wild = runs.filter((run) => !isHealthy(run)).flatMap((run) => allValues(run, quantity));
  const [min, max] = extremesOf(healthy);
  return [
    ...healthy,
    ...wild.filter((value) => max === 0 || (value <= beyond * max && value >= min / beyond)),
  ];
}

/** Of what is positive and finite; 0 for none. */
function extremesOf(values: readonly number[]): [number, number] {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const max = positive.reduce((a, b) => Math.max(a, b), 0);
  return [positive.reduce((a, b) => Math.min(a, b), max), max];
}
