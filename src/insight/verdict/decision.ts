import { optimizers } from '../../experiment/optimizers/catalogue.ts';
import { noticeable, outputPair } from '../first-step-gradient.ts';
import type { Interval } from '../statistics/mean-interval.ts';
import { fewestPairs } from '../statistics/paired.ts';
import { twinsOf } from '../over-seeds.ts';
import type { Pair } from './arms.ts';
import {
  byBestEpoch,
  decisive,
  divergedOf,
  evidence,
  isGoingOn,
  speedEvidence,
  type Evidence,
} from './evidence.ts';
import { calibrationError } from './measures/calibration.ts';

export type Side = 'a' | 'b';

export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

/**
 * What a test over seeds says: which side is better, or that these runs show no difference; `untested`
 * where there are too few seeds for one.
 */
export type Outcome = Side | 'no-difference' | 'untested';

/** All that a conclusion is made of, and nothing else: it changes when this does. */
export interface Decision {
  readonly state: 'waiting' | 'going-on' | 'over';
  /** Sides on which a run diverged. */
  readonly diverged: readonly Side[];
  /** By the last epoch, which decides. */
  readonly accuracy: Outcome;
  /** By the best epoch of each run, which is told where it says something else. */
  readonly bestEpoch: Outcome;
  /** Whether the whole 95 % interval of the accuracies' difference is within a point: as good as equal. */
  readonly isClose: boolean;
  readonly speed: Outcome;
  readonly calibration: Outcome;
  readonly rates: Rates;
}

/**
 * Whether the learning rates are fair: each found by a sweep; the same and, as the optimizer or the first
 * gradients say, with the same effect; the same and so in favour of one; or different for a reason unknown.
 */
export type Rates =
  | { readonly kind: 'tuned' | 'even' | 'unknown' | 'different' }
  | { readonly kind: 'uneven'; readonly stronger: Side; readonly times: number };

/** Of the one question that decides. The two others share the rest, so that one in 20 still holds. */
const level = 0.05;
const secondLevel = level / 2;

/** A percentage point. */
const close = 0.01;

export function decide(pair: Pair): Decision {
  const accuracy = evidence(decisive, pair);
  const speed = speedEvidence(pair);
  return {
    state: stateOf(pair, accuracy),
    diverged: (['a', 'b'] as const).filter((side) => divergedOf(pair[side]).length > 0),
    accuracy: outcome(accuracy, level),
    bestEpoch: outcome(evidence(byBestEpoch, pair), level),
    isClose: isWithin(accuracy.difference.test?.interval, close),
    speed: speed === undefined ? 'untested' : outcome(speed, secondLevel),
    calibration: outcome(evidence(calibrationError, pair), secondLevel),
    rates: ratesOf(pair),
  };
}

function isWithin(interval: Interval | undefined, reach: number): boolean {
  return interval !== undefined && interval.low >= -reach && interval.high <= reach;
}

function stateOf(pair: Pair, { a, b }: Evidence): Decision['state'] {
  if (a.bySeed.size === 0 || b.bySeed.size === 0) return 'waiting';
  return isGoingOn(pair) ? 'going-on' : 'over';
}

/** Differences without any spread, as of whole epochs, are not tested unless there are none at all. */
function outcome({ measure, difference }: Evidence, p: number): Outcome {
  const { test, differences, mean } = difference;
  if (test === undefined) {
    const isEqual = differences.length >= fewestPairs && mean === 0;
    return isEqual ? 'no-difference' : 'untested';
  }
  if (!(test.p < p)) return 'no-difference';
  return mean > 0 === (measure.better === 'higher') ? 'a' : 'b';
}

export function ratesOf(pair: Pair): Rates {
  const { a, b } = pair;
  if (a.isTuned && b.isTuned) return { kind: 'tuned' };
  const [first, second] = [a.spec.optimizer, b.spec.optimizer];
  if (first.learningRate !== second.learningRate || first.name !== second.name)
    return { kind: 'different' };
  if (optimizers[first.name].normalises) return { kind: 'even' };
  const times = gradientRatio(pair);
  if (times === undefined) return { kind: 'unknown' };
  if (Math.max(times, 1 / times) < noticeable) return { kind: 'even' };
  return times > 1
    ? { kind: 'uneven', stronger: 'a', times }
    : { kind: 'uneven', stronger: 'b', times: 1 / times };
}

/** The first gradient of the output layer under a over that under b, by the first seed that both have. */
export function gradientRatio(pair: Pair): number | undefined {
  const ratios = twinsOf(pair).map(({ a, b }) => outputPair(a, b)?.ratio);
  return ratios.find((ratio) => ratio !== undefined);
}
