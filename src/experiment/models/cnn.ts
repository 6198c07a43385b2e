import { message } from '../../l10n.ts';
import { plainRelu, type Model } from './model.ts';

/** Channels after each 3x3 convolution; a 2x2 max pooling follows. */
const [first, second] = [16, 32];

/** Two convolutions with max pooling, and a dense layer: 28 → 14 → 7 pixels a side. */
export const cnn: Model = {
  label: message('CNN with two convolutions of {first} and {second} channels', { first, second }),
  use: message('Learns local patterns; slower a step, more accurate on images.'),
  task: 'classification',
  epochs: 15,
  size: null,
  style: plainRelu,
  features: (net, images, { style }) => {
    const half = net.maxPool(net.convolution(images, first, { size: 3, style }));
    const quarter = net.maxPool(net.convolution(half, second, { size: 3, style }));
    return net.dropout(quarter, style.dropout);
  },
};
