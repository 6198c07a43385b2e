import { message } from '../../l10n.ts';
import type { Model } from './model.ts';

const hiddenLayers = 5;
const units = 64;

/**
 * Five hidden layers, of sigmoid units unless the spec says otherwise. σ' is at most ¼, so each layer
 * on the way back shrinks the gradient: the vanishing gradient of Glorot & Bengio 2010, to be seen
 * layer by layer.
 */
export const deepMlp: Model = {
  label: message('Deep MLP with {hiddenLayers} hidden layers', { hiddenLayers }),
  use: message('With sigmoid units, its default, it shows the vanishing gradient layer by layer.'),
  task: 'classification',
  style: { activation: 'sigmoid', initializer: 'glorot-uniform', batchNorm: false },
  forward: (net, images, classes, style) => {
    let x = images;
    for (let layer = 0; layer < hiddenLayers; layer++) x = net.dense(x, units, style);
    return net.dense(x, classes);
  },
};
