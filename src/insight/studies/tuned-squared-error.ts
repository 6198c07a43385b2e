import { message, ratio } from '../../l10n.ts';
import type { Study, StudyArm } from './study.ts';

type Loss = 'ce' | 'mse' | 'linear';
type Arm = `${Loss}-${'low' | 'middle' | 'high'}`;

const ce = message('Cross-entropy');
const mse = message('Squared error on softmax');
const linear = message('Squared error on linear output');

function arm(name: StudyArm['name'], loss: object, learningRate: number): StudyArm {
  return {
    name: message('{loss} at {rate}', { loss: name, rate: ratio(learningRate) }),
    change: { loss, optimizer: { learningRate } },
  };
}

const crossEntropy = { name: 'cross-entropy' };
const onSoftmax = { name: 'mean-squared-error', reduction: 'sum' };
const onLinear = { name: 'mean-squared-error-linear', reduction: 'sum' };

export const tunedSquaredError: Study<Arm> = {
  title: message('Squared error is as good when it is tuned'),
  claim: message(
    'With a learning rate of its own squared error classifies as well as cross-entropy.',
  ),
  source: message(
    'Hui & Belkin 2020, Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy, arXiv 2006.07322',
  ),
  method: [
    message(
      'An MLP learns 2,000 images of Fashion-MNIST by SGD with a cosine schedule for 30 epochs, with each of three losses at each of three learning rates. A loss counts by its best rate, the one with the highest mean over the seeds; so both sides have the same luck of the choice.',
    ),
    message(
      'The source compares large networks on text, speech and images, and takes the linear output; here both kinds of squared error are compared with cross-entropy.',
    ),
  ],
  base: {
    dataset: { name: 'fashion-mnist', share: 0.2 },
    model: 'mlp',
    optimizer: { name: 'sgd', schedule: { name: 'cosine' } },
    epochs: 30,
  },
  arms: {
    'ce-low': arm(ce, crossEntropy, 0.1),
    'ce-middle': arm(ce, crossEntropy, 0.2),
    'ce-high': arm(ce, crossEntropy, 0.4),
    'mse-low': arm(mse, onSoftmax, 0.2),
    'mse-middle': arm(mse, onSoftmax, 0.4),
    'mse-high': arm(mse, onSoftmax, 0.8),
    'linear-low': arm(linear, onLinear, 0.01),
    'linear-middle': arm(linear, onLinear, 0.02),
    'linear-high': arm(linear, onLinear, 0.04),
  },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'not-below', measure: 'validationAccuracy', of: ['mse-low', 'mse-middle', 'mse-high'], than: ['ce-low', 'ce-middle', 'ce-high'], within: 0.02 },
    { kind: 'not-below', measure: 'validationAccuracy', of: ['linear-low', 'linear-middle', 'linear-high'], than: ['ce-low', 'ce-middle', 'ce-high'], within: 0.02 },
  ],
}; // prettier-ignore
