import { message, ratio, type Message } from '../../l10n.ts';
import type { Interval } from '../statistics/mean-interval.ts';
import type { Pair } from './arms.ts';
import { chanceOf } from './chance.ts';
import { otherSide, type Decision, type Side } from './decision.ts';
import { byBestEpoch, decisive, evidence, noLead } from './evidence.ts';

/**
 * What the best epoch of each run says, where that is something else than what the last one does, which
 * decides: another test, or another order. Nothing where they agree, or where one is not tested.
 */
export function bestEpochText(pair: Pair, { state, accuracy, bestEpoch }: Decision): Message[] {
  const last = evidence(decisive, pair).difference;
  const { mean, test } = evidence(byBestEpoch, pair).difference;
  if (state !== 'over' || test === undefined || accuracy === 'untested') return [];
  const leader: Side = mean > 0 ? 'a' : 'b';
  const found = { loss: pair[leader].name, ...ahead(test.interval, leader) };
  if (accuracy === 'no-difference') {
    const chance = chanceOf(test.p);
    if (bestEpoch !== 'no-difference')
      return [
        message('By the best epoch of each run {loss} is {points} points ahead (95 %: {low} to {high}); a difference this large would appear by chance in {chance} such comparisons if there were none. By the last epoch these runs show no difference.', { ...found, chance }),
        whyLast,
      ]; // prettier-ignore
    const isTurned = mean > 0 !== last.mean > 0;
    return isTurned && Math.min(Math.abs(mean), Math.abs(last.mean)) >= noLead
      ? [message('By the best epoch of each run {loss} is ahead instead, by {points} points (95 %: {low} to {high}), which these runs cannot show either.', found)]
      : []; // prettier-ignore
  }
  if (bestEpoch === otherSide(accuracy))
    return [
      message('By the best epoch of each run {loss} is ahead instead, by {points} points (95 %: {low} to {high}).', found),
      whyLast,
    ]; // prettier-ignore
  if (bestEpoch !== 'no-difference') return [];
  const lead = { loss: pair[accuracy].name, ...ahead(test.interval, accuracy) };
  return [
    message('By the best epoch of each run the lead of {loss} is {points} points (95 %: {low} to {high}), which is none that these runs could show.', lead),
    whyLast,
  ]; // prettier-ignore
}

/** In points, of one side before the other. */
function ahead({ mean, low, high }: Interval, side: Side) {
  const [from, to] = side === 'a' ? [low, high] : [-high, -low];
  return {
    points: ratio(100 * (side === 'a' ? mean : -mean)),
    low: ratio(100 * from),
    high: ratio(100 * to),
  };
}

const whyLast = message(
  'The last epoch decides: the best one is chosen on the images that it is measured on, which raises an accuracy the more it fluctuates.',
);
