import { message } from '../../l10n.ts';
import { hiddenLayers } from './mlp.ts';
import { plainRelu, type Model } from './model.ts';

/**
 * Five hidden layers, of sigmoid units unless the spec says otherwise. σ' is at most ¼, so each layer
 * on the way back shrinks the gradient: the vanishing gradient of Glorot & Bengio 2010, to be seen
 * layer by layer.
 */
export const deepMlp: Model = {
  label: message('Deep MLP'),
  use: message('With sigmoid units, its default, it shows the vanishing gradient layer by layer.'),
  task: 'classification',
  epochs: 30,
  size: { layers: 5, units: 64 },
  style: { ...plainRelu, activation: 'sigmoid', initializer: 'glorot-uniform' },
  features: hiddenLayers,
};
