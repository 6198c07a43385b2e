import { message } from '../../l10n.ts';
import { usualDecay, type Optimizer } from './optimizer.ts';

/** The constants of the paper. */
export const adamConstants = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Adam with bias correction: divides by the gradient's own size, so its scale cancels. */
export const adam: Optimizer = {
  label: message('Adam'),
  formula: String.raw`m \leftarrow \beta_1 m + (1-\beta_1) g,\; v \leftarrow \beta_2 v + (1-\beta_2) g^2,\; w \leftarrow w - \eta\, \hat m / (\sqrt{\hat v} + \epsilon)`,
  use: message('Scales each weight by the size of its own gradients; little tuning.'),
  source: 'Kingma & Ba 2015, arXiv 1412.6980',
  defaultLearningRate: 0.001,
  slots: 2,
  normalises: true,
  ...usualDecay,
};
