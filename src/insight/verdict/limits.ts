import { message, ratio, type Message } from '../../l10n.ts';
import { fewestPairs } from '../statistics/paired.ts';
import type { Pair } from './arms.ts';
import type { Decision } from './decision.ts';

/** What these runs cannot show, however clear their numbers look. */
export function limitsOf(pair: Pair, decision: Decision, seeds: number): Message[] {
  return [...ofSeeds(seeds), ...ofRates(pair, decision), ...ofState(decision)];
}

function ofSeeds(seeds: number): Message[] {
  if (seeds >= fewestPairs) return [];
  if (seeds === 0)
    return [message('The losses have no seed in common, so nothing can be compared in pairs.')];
  const told =
    seeds === 1
      ? message('One seed shows what these two models do, not what the losses do: another seed can turn a small difference round. A test needs 3 seeds.')
      : message('Two seeds show how far chance reaches, but not enough for a test, which needs 3.');
  return [told];
} // prettier-ignore

function ofRates(pair: Pair, { rates }: Decision): Message[] {
  switch (rates.kind) {
    case 'tuned':
      return [
        message('Each learning rate was chosen on the same validation images, by one seed and fewer epochs, so both accuracies are a little hopeful.'),
      ]; // prettier-ignore
    case 'uneven':
      return [
        message('Both have the learning rate {rate}, but the first gradient of {stronger} is {times} times as large: with this optimizer the rate favours one of them, and what is shown is loss and rate together. A fair comparison gives each its own.', {
          rate: ratio(pair.a.spec.optimizer.learningRate),
          stronger: pair[rates.stronger].name,
          times: ratio(rates.times),
        }),
      ]; // prettier-ignore
    case 'unknown':
      return [
        message('Whether one learning rate suits both was not measured. A fair comparison gives each its own.'),
      ]; // prettier-ignore
    case 'different':
      return [
        message('Optimizer or learning rate differ, and no sweep chose them, so a difference need not be the loss’s.'),
      ]; // prettier-ignore
    case 'even':
      return [];
  }
}

function ofState({ state }: Decision): Message[] {
  return state === 'going-on'
    ? [message('The training goes on: each run is told by its last epoch so far.')]
    : [];
}

/** What McNemar's test adds, and what it cannot. */
export const mcNemarLimit: Message = message(
  'McNemar’s test is of these two models on these images. It does not know that other seeds would give other models.',
);
