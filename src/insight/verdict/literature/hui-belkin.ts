import { message } from '../../../l10n.ts';
import { crossEntropies, sideOf, squaredErrors, type Work } from './work.ts';

export const huiBelkin: Work = {
  source: 'Hui & Belkin 2021, ICLR, arXiv 2006.07322',
  claim: message(
    'With its own training settings, square loss is as accurate as cross-entropy or better (22 of 28 tasks).',
  ),
  conditions: message(
    'Square loss on the linear output, tuned by itself; 28 tasks, few of vision.',
  ),
  expects: (pair) =>
    sideOf(pair, crossEntropies, squaredErrors) && {
      of: 'accuracy',
      outcome: 'no-difference',
      needsTuning: true,
    },
};
