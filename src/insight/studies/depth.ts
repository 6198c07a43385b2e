import { message } from '../../l10n.ts';
import type { Study } from './study.ts';

type Arm = 'shallow' | 'deep' | 'relu' | 'batch-norm' | 'adam' | 'resnet';

export const depth: Study<Arm> = {
  title: message('Sigmoid units lose the gradient with depth, and what brings it back'),
  short: message('Depth and gradient'),
  claim: message(
    'In deep networks of sigmoid units the gradient vanishes on its way to the first layer; ReLU, normalisation, Adam and residual connections cure it.',
  ),
  source: message(
    'Glorot & Bengio 2010; He et al. 2016, Deep Residual Learning, arXiv 1512.03385; the article, question 4 (Adam, ResNet)',
  ),
  method: [
    message(
      'MLPs of 64 units a layer learn the 8×8 digits by SGD for 30 epochs, with one hidden layer of sigmoid units and with six. Then one thing is changed in the deep one: ReLU with He’s initialisation, batch normalisation, or Adam. The ResNet is another model of seven layers with weights, with batch normalisation, as published.',
    ),
    message(
      'A cure counts if it wins back 30 points of accuracy. The gradient at step 1 is told beside it: Adam does not change it, since it acts on the step alone.',
    ),
  ],
  base: {
    dataset: 'digits',
    model: { name: 'deep-mlp', size: { layers: 6 } },
    optimizer: { name: 'sgd', learningRate: 0.1 },
    epochs: 30,
  },
  arms: {
    shallow: { name: message('Sigmoid, one layer'), change: { model: { size: { layers: 1 } } } },
    deep: { name: message('Sigmoid, six layers'), change: {} },
    relu: { name: message('ReLU'), change: { model: { style: { activation: 'relu', initializer: 'he-normal' } } } },
    'batch-norm': { name: message('Sigmoid with batch norm'), change: { model: { style: { batchNorm: true } } } },
    adam: { name: message('Adam'), change: { optimizer: { name: 'adam', learningRate: 0.003 } } },
    resnet: { name: message('ResNet'), change: { model: 'resnet' } },
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'times', measure: 'flow', of: 'shallow', than: 'deep', by: 10 },
    { kind: 'above', measure: 'validationAccuracy', of: 'shallow', than: 'deep', by: 0.3 },
    { kind: 'above', measure: 'validationAccuracy', of: 'relu', than: 'deep', by: 0.3 },
    { kind: 'above', measure: 'validationAccuracy', of: 'batch-norm', than: 'deep', by: 0.3 },
    { kind: 'above', measure: 'validationAccuracy', of: 'adam', than: 'deep', by: 0.3 },
    { kind: 'above', measure: 'validationAccuracy', of: 'resnet', than: 'deep', by: 0.3 },
    { kind: 'report', measure: 'flow', of: 'relu' },
    { kind: 'report', measure: 'flow', of: 'batch-norm' },
    { kind: 'report', measure: 'flow', of: 'adam' },
    { kind: 'report', measure: 'flow', of: 'resnet' },
  ],
}; // prettier-ignore
