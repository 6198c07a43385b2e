import { lossLabel } from '../experiment/names.ts';
import { grouped } from '../grouped.ts';
import { count, message, percent, ratio, type Message } from '../l10n.ts';
import { isActive, type Run } from '../run/run.ts';
import { bestOf } from './fair/sweep.ts';
import type { Insight } from './finding.ts';
import { spanOf } from './over-seeds.ts';
import { bestAccuracyOf } from './verdict/measures/best-accuracy.ts';

/** What a sweep found for each loss: its runs are many, and there to be chosen from, so they are told as one. */
export const sweepOfRates: Insight = (runs) => {
  if (runs.length === 0) return undefined;
  const byLoss = grouped(runs, ({ identity }) => JSON.stringify(identity.spec.loss));
  return {
    id: 'sweep-of-rates',
    title: message('The learning rate of each loss'),
    text: [...byLoss.values()].flatMap(sentences),
    readAt: message('validation set, best epoch of each run'),
  };
};

function sentences(runs: readonly [Run, ...Run[]]): Message[] {
  const [first] = runs;
  const rates = runs.map(({ identity }) => identity.spec.optimizer.learningRate);
  const tried = {
    loss: lossLabel(first.identity.spec.loss),
    count: count(runs.length),
    rates: spanOf(rates, 'ratio'),
  };
  const diverged = runs.filter(({ state }) => state === 'diverged').length;
  return [
    message('{loss}: rates tried {count} ({rates}); {best}.', { ...tried, best: bestText(runs) }),
    ...(diverged > 0 ? [message('{count} of them diverged.', { count: count(diverged) })] : []),
  ];
}

function bestText(runs: readonly Run[]): Message {
  const best = bestOf(runs);
  if (best === undefined) return message('none has been evaluated yet');
  const reading = {
    rate: ratio(best.identity.spec.optimizer.learningRate),
    accuracy: percent(bestAccuracyOf(best)),
  };
  return runs.some(({ state }) => isActive(state))
    ? message('best {rate} so far, with {accuracy}', reading)
    : message('best {rate}, with {accuracy}', reading);
}
