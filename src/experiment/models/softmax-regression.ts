import { message } from '../../l10n.ts';
import { denseLogits } from './dense.ts';
import type { Model } from './model.ts';

/** One linear layer: the convex case, in which cross-entropy has a single minimum. */
export const softmaxRegression: Model = {
  label: message('Softmax regression'),
  use: message('One linear layer: the loss alone decides what is learnt.'),
  layers: ({ pixels, classes }) => [
    { name: 'dense-1', fanIn: pixels, fanOut: classes, initializer: 'glorot-uniform' },
  ],
  logits: (ops, images, weights) => denseLogits(ops, images, weights, ops.relu),
};
