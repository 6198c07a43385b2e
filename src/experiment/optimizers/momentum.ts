import { message } from '../../l10n.ts';
import { usualDecay, type Optimizer } from './optimizer.ts';

/** Share of the last step that is kept. */
export const momentumDecay = 0.9;

/** SGD with classical (Polyak) momentum, in the form of PyTorch and tfjs: the rate scales v. */
export const momentum: Optimizer = {
  label: message('SGD with momentum'),
  formula: String.raw`v \leftarrow ${momentumDecay}\, v + g,\quad w \leftarrow w - \eta\, v`,
  use: message('Keeps going in the direction of the last steps; smooths noisy gradients.'),
  source: 'Polyak 1964',
  defaultLearningRate: 0.02,
  slots: 1,
  normalises: false,
  ...usualDecay,
};
