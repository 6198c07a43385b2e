import { message } from '../../../l10n.ts';
import { crossEntropy, weightedCrossEntropy } from '../losses/exclusive.ts';
import { cumulative, huber, squaredEarthMover } from '../losses/numbers.ts';
import { always, isNoisy, mayWeigh, type Problem } from '../problem.ts';

export const ordinal: Problem = {
  rules: [
    {
      loss: huber,
      when: ({ output }) => output === 'linear',
      reason: {
        text: message(
          'The grade as a number, rounded at the end: far off costs more than near. It takes the steps between grades for equally long.',
        ),
        source: 'Huber 1964',
      },
    },
    {
      loss: squaredEarthMover,
      when: ({ output }) => output === 'softmax',
      reason: {
        text: message(
          'Compares cumulative sums, so that probability two grades off costs more than one grade off. It keeps the softmax that you have.',
        ),
        source: 'Hou et al. 2016, arXiv 1611.05916',
      },
    },
    {
      loss: cumulative,
      when: always,
      reason: {
        text: message(
          'One yes or no for each step of the scale, “more than grade k?”. Being two grades off breaks two of them, so order is in the loss, and rare grades share what they learn with their neighbours.',
        ),
        source: 'Frank & Hall 2001; Niu et al. 2016; Cao et al. 2020, arXiv 1901.07884',
      },
    },
    {
      loss: huber,
      when: isNoisy,
      reason: {
        text: message(
          'The grade as a number: a grade that is wrong by far pulls no harder than δ.',
        ),
        source: 'Huber 1964',
      },
    },
    {
      loss: weightedCrossEntropy,
      when: mayWeigh,
      reason: {
        text: message('Knows no order, but gives rare grades their say. A baseline to beat.'),
        source: 'King & Zeng 2001',
      },
    },
    {
      loss: squaredEarthMover,
      when: always,
      reason: {
        text: message('With a softmax over the grades: probability far off costs more than near.'),
        source: 'Hou et al. 2016, arXiv 1611.05916',
      },
    },
    {
      loss: crossEntropy,
      when: always,
      reason: {
        text: message(
          'Knows no order: to it the next grade is as wrong as the furthest. A baseline to beat.',
        ),
      },
    },
  ],
  trial: message(
    'Loss Lab’s classes have no order, and no loss of it knows one, so this choice cannot be settled in it.',
  ),
};
