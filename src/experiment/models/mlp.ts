import { message } from '../../l10n.ts';
import { plainRelu, type Model } from './model.ts';

const units = 128;

/** One hidden layer: 784-128-10 on images of 28 by 28. */
export const mlp: Model = {
  label: message('MLP with one hidden layer of {units} units', { units }),
  use: message('Small and fast; a fair first comparison of losses.'),
  task: 'classification',
  style: plainRelu,
  forward: (net, images, classes, style) => net.dense(net.dense(images, units, style), classes),
};
