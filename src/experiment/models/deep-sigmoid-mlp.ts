import { message } from '../../l10n.ts';
import { denseLayer, denseLogits, imageSize } from './dense.ts';
import type { Model } from './model.ts';

const hiddenLayers = 5;
const units = 64;

/**
 * Five hidden layers of sigmoid units. σ' is at most ¼, so each layer on the way back shrinks the
 * gradient: the vanishing gradient of Glorot & Bengio 2010, to be seen layer by layer.
 */
export const deepSigmoidMlp: Model = {
  label: message('Deep MLP with {hiddenLayers} sigmoid layers', { hiddenLayers }),
  use: message('Shows the vanishing gradient, layer by layer.'),
  layers: (input) =>
    Array.from({ length: hiddenLayers + 1 }, (_, index) =>
      denseLayer(
        `dense-${index + 1}`,
        index === 0 ? imageSize(input) : units,
        index === hiddenLayers ? input.classes : units,
        'glorot-uniform',
      ),
    ),
  logits: (ops, images, weights) => denseLogits(ops, images, weights, ops.sigmoid),
};
