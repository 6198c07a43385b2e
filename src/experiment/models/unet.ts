import { message } from '../../l10n.ts';
import { linear, plainRelu, type Model } from './model.ts';
import type { LayerStyle, Net } from './net.ts';

/**
 * A U-Net (Ronneberger et al. 2015) of three levels: down to a quarter of the sides and up again, with
 * what each level saw on the way down put beside what comes up. Sides must be multiples of 4.
 */
export const unet: Model = {
  label: message('U-Net with levels of {channels} channels', { channels: '16/32/64' }),
  use: message('A class for every pixel: sees the whole image, and keeps its outlines.'),
  task: 'segmentation',
  sideMultiple: 4,
  epochs: 15,
  size: null,
  style: plainRelu,
  features: (net, images, { style }) => {
    const up = linear(style);
    const one = twice(net, images, 16, style);
    const two = twice(net, net.maxPool(one), 32, style);
    const bottom = net.dropout(twice(net, net.maxPool(two), 64, style), style.dropout);
    const middle = twice(
      net,
      net.concat(two, net.transposedConvolution(bottom, 32, up)),
      32,
      style,
    );
    return twice(net, net.concat(one, net.transposedConvolution(middle, 16, up)), 16, style);
  },
};

function twice<T>(net: Net<T>, x: T, channels: number, style: LayerStyle): T {
  const how = { size: 3, style } as const;
  return net.convolution(net.convolution(x, channels, how), channels, how);
}
