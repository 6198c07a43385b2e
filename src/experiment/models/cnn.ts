import { message } from '../../l10n.ts';
import { convolutionLayer, convolutionRelu } from './convolution.ts';
import { dense, denseLayer, flatten } from './dense.ts';
import type { Model } from './model.ts';

/** Channels after each 3x3 convolution; a 2x2 max pooling follows. */
const channels = [16, 32] as const;

/** Two convolutions with ReLU and max pooling, and a dense layer: 28 → 14 → 7 pixels a side. */
export const cnn: Model = {
  label: message('CNN with two convolutions of {first} and {second} channels', {
    first: channels[0],
    second: channels[1],
  }),
  use: message('Learns local patterns; slower a step, more accurate on images.'),
  layers: (input) => [
    convolutionLayer('conv-1', 3, input.channels, channels[0], 'he-normal'),
    convolutionLayer('conv-2', 3, channels[0], channels[1], 'he-normal'),
    denseLayer(
      'dense-1',
      halvedTwice(input.height) * halvedTwice(input.width) * channels[1],
      input.classes,
      'glorot-uniform',
    ),
  ],
  logits: (ops, images, layers) => {
    const [first, second, last] = layers;
    if (!first || !second || !last) throw new Error(`A CNN of ${layers.length} layers`);
    const half = ops.maxPool(convolutionRelu(ops, images, first), 2, 2, 'same');
    const quarter = ops.maxPool(convolutionRelu(ops, half, second), 2, 2, 'same');
    return dense(ops, flatten(ops, quarter), last);
  },
};

/** Pooling takes what is left over as a window of its own. */
function halvedTwice(size: number): number {
  return Math.ceil(Math.ceil(size / 2) / 2);
}
