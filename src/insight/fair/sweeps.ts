import type { Run } from '../../run/run.ts';
import { isActive } from '../../run/run.ts';
import { sameLoss } from '../alike.ts';
import type { Pair } from '../verdict/arms.ts';
import { bestAccuracyOf } from '../verdict/measures/best-accuracy.ts';
import { bestOf } from './sweep.ts';

export function isOfSweep({ identity }: Run): boolean {
  return identity.purpose?.kind === 'sweep';
}

/** What the sweep found for the loss of one side. */
export interface Sweep {
  readonly side: 'a' | 'b';
  /** By rising rate. */
  readonly points: readonly SweepPoint[];
}

export interface SweepPoint {
  readonly run: Run;
  readonly rate: number;
  /** The best of its epochs; NaN before the first. */
  readonly accuracy: number;
  readonly isBest: boolean;
}

/** Of a pair whose runs and sweeps share a comparison; empty without sweeps. */
export function sweepsOf(pair: Pair, runs: readonly Run[]): Sweep[] {
  return (['a', 'b'] as const).flatMap((side) => {
    const { spec, runs: own } = pair[side];
    const comparisons = own.map(({ identity }) => identity.comparison);
    const tried = runs.filter(
      (run) =>
        isOfSweep(run) &&
        sameLoss(run.identity.spec, spec) &&
        comparisons.includes(run.identity.comparison),
    );
    const best = bestOf(tried);
    const points = tried
      .map((run) => ({
        run,
        rate: run.identity.spec.optimizer.learningRate,
        accuracy: bestAccuracyOf(run),
        isBest: run === best,
      }))
      .sort((x, y) => x.rate - y.rate);
    return points.length === 0 ? [] : [{ side, points }];
  });
}

/** How many of the runs of the present stage are over; undefined while nothing trains. */
export interface Progress {
  readonly purpose: 'sweep' | 'fair';
  readonly done: number;
  readonly all: number;
  /** Those that are not over. */
  readonly active: readonly Run[];
}

export function progressOf(runs: readonly Run[]): Progress | undefined {
  for (const purpose of ['sweep', 'fair'] as const) {
    const own = runs.filter(({ identity }) => identity.purpose?.kind === purpose);
    const active = own.filter(({ state }) => isActive(state));
    const done = own.length - active.length;
    if (active.length > 0) return { purpose, done, all: own.length, active };
  }
  return undefined;
}
