import { message } from '../../l10n.ts';
import type { Model } from './model.ts';

/** One linear layer: the convex case, in which cross-entropy has a single minimum. */
export const softmaxRegression: Model = {
  label: message('Softmax regression'),
  use: message('One linear layer: the loss alone decides what is learnt.'),
  task: 'classification',
  epochs: 30,
  size: null,
  style: null,
  features: (_net, images) => images,
};
