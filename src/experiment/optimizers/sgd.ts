import { message } from '../../l10n.ts';
import { usualDecay, type Optimizer } from './optimizer.ts';

/** Stochastic gradient descent: the step is the gradient itself, so its scale counts fully. */
export const sgd: Optimizer = {
  label: message('SGD'),
  formula: String.raw`w \leftarrow w - \eta\, g`,
  use: message('The plainest rule: the step is as large as the gradient.'),
  source: 'Robbins & Monro 1951',
  defaultLearningRate: 0.05,
  slots: 0,
  normalises: false,
  ...usualDecay,
};
