import { message } from '../../l10n.ts';
import { denseLayer, denseLogits, imageSize } from './dense.ts';
import type { Model } from './model.ts';

/** One linear layer: the convex case, in which cross-entropy has a single minimum. */
export const softmaxRegression: Model = {
  label: message('Softmax regression'),
  use: message('One linear layer: the loss alone decides what is learnt.'),
  layers: (input) => [denseLayer('dense-1', imageSize(input), input.classes, 'glorot-uniform')],
  logits: (ops, images, weights) => denseLogits(ops, images, weights, ops.relu),
};
