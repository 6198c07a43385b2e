import { message } from '../../l10n.ts';
import { plainRelu, type Model, type ModelBuild } from './model.ts';
import type { Net } from './net.ts';

/** Hidden layers that each see all of the one before: 784-128-10 on images of 28 by 28. */
export const mlp: Model = {
  label: message('MLP'),
  use: message('Small and fast; a fair first comparison of losses.'),
  task: 'classification',
  epochs: 30,
  size: { layers: 1, units: 128 },
  style: plainRelu,
  features: hiddenLayers,
};

/** Dense layers one after another, each with its dropout. */
export function hiddenLayers<T>(net: Net<T>, images: T, { size, style }: ModelBuild): T {
  let x = images;
  for (let layer = 0; layer < size.layers; layer++) {
    x = net.dropout(net.dense(x, size.units, style), style.dropout);
  }
  return x;
}
