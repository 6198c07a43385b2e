import { count, loss, message, percent, ratio, type Message } from '../../l10n.ts';
import { fewestPairs } from '../statistics/paired.ts';
import type { Pair } from './arms.ts';
import { bestEpochText } from './best-epoch.ts';
import { chanceOf } from './chance.ts';
import { decide, type Decision, type Side } from './decision.ts';
import {
  decisive,
  divergedOf,
  evidence,
  noLead,
  speedEvidence,
  type Evidence,
} from './evidence.ts';
import { calibrationError } from './measures/calibration.ts';
import { limitsOf } from './limits.ts';
import { titleOf } from './title.ts';

/** What follows from the evidence, and no more. */
export interface Conclusion {
  readonly decision: Decision;
  readonly title: Message;
  /** With the numbers that it follows from. */
  readonly text: readonly Message[];
  /** What these runs cannot show. */
  readonly limits: readonly Message[];
}

export function conclude(pair: Pair): Conclusion {
  const decision = decide(pair);
  const accuracy = evidence(decisive, pair);
  const isWaiting = decision.state === 'waiting';
  return {
    decision,
    title: titleOf(pair, decision, accuracy),
    text: isWaiting
      ? []
      : [
          ...divergence(pair, decision),
          ...accuracyText(pair, accuracy),
          ...bestEpochText(pair, decision),
          ...speedText(pair),
          ...calibrationText(pair),
        ],
    limits: isWaiting ? [] : limitsOf(pair, decision, accuracy.difference.differences.length),
  };
}

const nameOf = (pair: Pair, side: Side): Message => pair[side].name;

function divergence(pair: Pair, { diverged }: Decision): Message[] {
  return diverged.map((side) =>
    message('{loss}: {diverged} of {runs} runs diverged. Their last epoch before it is what counts below.', {
      loss: nameOf(pair, side),
      diverged: count(divergedOf(pair[side]).length),
      runs: count(pair[side].runs.length),
    }),
  ); // prettier-ignore
}

function accuracyText(pair: Pair, { a, b, difference }: Evidence): Message[] {
  const pairs = difference.differences.length;
  if (pairs < fewestPairs || difference.test === undefined) {
    return [
      message('Validation accuracy: {a} against {b}, a difference of {points} points.', {
        a: percent(a.mean),
        b: percent(b.mean),
        points: ratio(100 * Math.abs(a.mean - b.mean)),
      }),
    ];
  }
  return [overSeeds(pair, difference), ...intervalText(difference)];
}

/** "Over 5 seeds cross-entropy is 1.3 points better, and was so in every one; …" */
function overSeeds(pair: Pair, difference: Evidence['difference']): Message {
  const { mean, above, below, differences, test } = difference;
  if (Math.abs(mean) < noLead)
    return message('Over {seeds} seeds the two are equally accurate in the mean.', { seeds: count(differences.length) });
  const isA = mean > 0;
  const wins = isA ? above : below;
  const parts = {
    seeds: count(differences.length),
    loss: nameOf(pair, isA ? 'a' : 'b'),
    points: ratio(100 * Math.abs(mean)),
    wins: count(wins),
    chance: chanceOf(test?.p ?? 1),
  };
  return wins === differences.length
    ? message('Over {seeds} seeds {loss} is {points} points better, and was so in every one; a difference this large would appear by chance in {chance} such comparisons if there were none.', parts)
    : message('Over {seeds} seeds {loss} is {points} points better, and was so in {wins} of them; a difference this large would appear by chance in {chance} such comparisons if there were none.', parts);
} // prettier-ignore

function intervalText({ test }: Evidence['difference']): Message[] {
  if (test === undefined) return [];
  const { mean, low: from, high: to } = test.interval;
  const [low, high] = mean >= 0 ? [from, to] : [-to, -from];
  return [
    message('With 95 % confidence the true difference lies between {low} and {high} points; its mean is {effect} times its spread over the seeds.', {
      low: ratio(100 * low),
      high: ratio(100 * high),
      effect: ratio(Math.abs(test.effect)),
    }),
  ]; // prettier-ignore
}

function speedText(pair: Pair): Message[] {
  const speed = speedEvidence(pair);
  if (speed === undefined) return [];
  return [
    message('{measure}: {a} against {b}.', {
      measure: speed.measure.label,
      a: ratio(speed.a.mean),
      b: ratio(speed.b.mean),
    }),
  ];
}

function calibrationText(pair: Pair): Message[] {
  const { measure, a, b } = evidence(calibrationError, pair);
  if (a.bySeed.size === 0 || b.bySeed.size === 0) return [];
  return [
    message('{measure}: {a} against {b}.', {
      measure: measure.label,
      a: loss(a.mean),
      b: loss(b.mean),
    }),
  ];
}
