import { message } from '../../l10n.ts';
import { usualDecay, type Optimizer } from './optimizer.ts';

/** Those of PyTorch. */
export const rmspropConstants = { decay: 0.99, epsilon: 1e-8 } as const;

/** RMSProp, in the form of PyTorch: not centred, without momentum, ε outside of the root. */
export const rmsprop: Optimizer = {
  label: message('RMSProp'),
  formula: String.raw`v \leftarrow \alpha v + (1-\alpha)\, g^2,\quad w \leftarrow w - \eta\, g / (\sqrt{v} + \epsilon)`,
  use: message(
    'Divides each gradient by its recent size; its first steps are long, since nothing corrects them.',
  ),
  source: 'Tieleman & Hinton 2012',
  defaultLearningRate: 0.001,
  slots: 1,
  normalises: true,
  ...usualDecay,
};
