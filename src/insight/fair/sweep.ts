import { optimizers } from '../../experiment/optimizers/catalogue.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import type { Run } from '../../run/run.ts';
import { bestAccuracyOf } from '../verdict/measures/best-accuracy.ts';

/** Rates of a sweep lie half a power of ten apart: 0.1, 0.316, 1. */
const perDecade = 2;

/** Rates of one loss to begin with, and in all. */
const mostAtFirst = 5;
const most = 8;

/** The rate `place` steps of the grid above that of the spec. */
export function rateAt({ optimizer }: ExperimentSpec, place: number): number {
  return Number((optimizer.learningRate * 10 ** (place / perDecade)).toPrecision(3));
}

export function placeOf({ optimizer }: ExperimentSpec, rate: number): number {
  return Math.round(perDecade * Math.log10(rate / optimizer.learningRate));
}

/**
 * The places of the grid that are tried first: the spec's rate, what its loss needs for steps as long as
 * those of the other, and one more at either end.
 * @param scale how many times smaller its first gradient is than the other's; 1 or more
 */
export function firstPlaces({ optimizer }: ExperimentSpec, scale: number): number[] {
  const counts = optimizers[optimizer.name].normalises ? 1 : Math.max(1, scale);
  const reach = Math.round(perDecade * Math.log10(counts));
  const from = Math.max(-1, reach + 2 - mostAtFirst);
  return Array.from({ length: reach + 2 - from }, (_, index) => from + index);
}

/** A third of the epochs tells rates apart; three at least, so that the first steps do not decide. */
export function sweepEpochs({ epochs }: ExperimentSpec): number {
  return Math.max(Math.min(3, epochs), Math.ceil(epochs / 3));
}

/** Where the sweep of one loss stands, all of its runs being over. */
export type SweepResult =
  | { readonly kind: 'widen'; readonly place: number }
  | { readonly kind: 'chosen'; readonly run: Run }
  | { readonly kind: 'none' };

/** The best, unless it lies at an end of the grid and the grid may still grow. */
export function sweepResult(base: ExperimentSpec, runs: readonly Run[]): SweepResult {
  const places = runs.map((run) => placeOf(base, run.identity.spec.optimizer.learningRate));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const run = bestOf(runs);
  const mayGrow = runs.length < most;
  if (run === undefined) return mayGrow ? { kind: 'widen', place: low - 1 } : { kind: 'none' };
  const place = placeOf(base, run.identity.spec.optimizer.learningRate);
  if (mayGrow && place === high) return { kind: 'widen', place: high + 1 };
  if (mayGrow && place === low) return { kind: 'widen', place: low - 1 };
  return { kind: 'chosen', run };
}

/** By best validation accuracy, ties by the lowest validation loss; those that diverged are out. */
export function bestOf(runs: readonly Run[]): Run | undefined {
  const fit = runs.filter(({ state }) => state !== 'diverged');
  return fit
    .filter((run) => Number.isFinite(bestAccuracyOf(run)))
    .sort((a, b) => bestAccuracyOf(b) - bestAccuracyOf(a) || lowestLoss(a) - lowestLoss(b))[0];
}

function lowestLoss({ epochs }: Run): number {
  return Math.min(...epochs.validation.objective.filter(Number.isFinite));
}
