import { message } from '../../l10n.ts';
import { denseLayer, denseLogits, imageSize } from './dense.ts';
import type { Model } from './model.ts';

const units = 128;

/** One hidden layer of ReLU units: 784-128-10 on images of 28 by 28. */
export const mlp: Model = {
  label: message('MLP with one hidden layer of {units} ReLU units', { units }),
  use: message('Small and fast; a fair first comparison of losses.'),
  layers: (input) => [
    denseLayer('dense-1', imageSize(input), units, 'he-normal'),
    denseLayer('dense-2', units, input.classes, 'glorot-uniform'),
  ],
  logits: (ops, images, weights) => denseLogits(ops, images, weights, ops.relu),
};
