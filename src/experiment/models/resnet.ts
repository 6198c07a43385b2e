import { message } from '../../l10n.ts';
import { plainRelu, type Model } from './model.ts';
import type { LayerStyle, Net, SumStyle } from './net.ts';

/** A residual network (He et al. 2016) of three blocks: 28 → 28 → 14 → 7 pixels a side. */
export const resnet: Model = {
  label: message('ResNet with three residual blocks of {channels} channels', {
    channels: '16/32/64',
  }),
  use: message(
    'Shortcuts carry the gradient past the layers: the cure for the vanishing gradient.',
  ),
  task: 'classification',
  epochs: 6,
  size: null,
  style: { ...plainRelu, batchNorm: true },
  features: (net, images, { style }) => {
    const stem = net.convolution(images, 16, { size: 3, style });
    const one = residual(net, stem, 16, 1, style);
    const two = residual(net, one, 32, 2, style);
    const three = residual(net, two, 64, 2, style);
    return net.dropout(net.averagePool(three), style.dropout);
  },
};

/** y = act(x' + conv(act(conv(x)))), x' = x, or its projection by 1x1 where the sizes differ. */
function residual<T>(net: Net<T>, x: T, channels: number, stride: 1 | 2, style: LayerStyle): T {
  const linear: SumStyle = { ...style, activation: 'none' };
  const inner = net.convolution(x, channels, { size: 3, stride, style });
  const shortcut =
    stride === 1 ? x : net.convolution(x, channels, { size: 1, stride, style: linear });
  return net.convolution(inner, channels, { size: 3, style, plus: shortcut });
}
