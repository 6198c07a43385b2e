import { message } from '../../l10n.ts';
import { momentumDecay } from './momentum.ts';
import { usualDecay, type Optimizer } from './optimizer.ts';

/**
 * Nesterov's accelerated gradient, in the form of PyTorch: the gradient is taken where the weights are,
 * and the step goes on by what the momentum will add next.
 */
export const nesterov: Optimizer = {
  label: message('SGD with Nesterov momentum'),
  formula: String.raw`v \leftarrow ${momentumDecay}\, v + g,\quad w \leftarrow w - \eta\, (g + ${momentumDecay}\, v)`,
  use: message('Momentum that looks a step ahead: it turns sooner where the gradient turns.'),
  source: 'Nesterov 1983; Sutskever et al. 2013',
  defaultLearningRate: 0.02,
  slots: 1,
  normalises: false,
  ...usualDecay,
};
