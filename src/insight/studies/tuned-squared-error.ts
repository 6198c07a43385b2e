import { message, ratio, type Message } from '../../l10n.ts';
import type { Study } from './study.ts';

/** What a loss is trained with, at rates a factor of two apart. */
function tuned(short: string, name: Message, loss: object, rates: readonly number[]) {
  const arms = rates.map((learningRate) => ({
    id: `${short}-${learningRate}`,
    name: message('{loss} at {rate}', { loss: name, rate: ratio(learningRate) }),
    change: { loss, optimizer: { learningRate } },
  }));
  return {
    arms: Object.fromEntries(arms.map(({ id, ...arm }) => [id, arm])),
    best: {
      name: message('{loss} at its best rate', { loss: name }),
      bestOf: arms.map(({ id }) => id),
    },
  };
}

const usual = [0.1, 0.2, 0.4, 0.8, 1.6];
const crossEntropy = tuned('ce', message('Cross-entropy'), { name: 'cross-entropy' }, usual);
const onSoftmax = tuned('mse', message('Squared error on softmax'), { name: 'mean-squared-error', reduction: 'sum' }, usual); // prettier-ignore
const onLinear = tuned('linear', message('Squared error on linear output'), { name: 'mean-squared-error-linear', reduction: 'sum' }, [0.02, 0.04, 0.08, 0.16, 0.32]); // prettier-ignore

export const tunedSquaredError: Study = {
  title: message('Squared error is as good when it is tuned'),
  short: message('MSE, tuned'),
  claim: message(
    'With a learning rate of its own squared error classifies as well as cross-entropy.',
  ),
  source: message(
    'Hui & Belkin 2020, Evaluation of Neural Architectures Trained with Square Loss vs Cross-Entropy, arXiv 2006.07322',
  ),
  method: [
    message(
      'An MLP learns 2,000 images of Fashion-MNIST by SGD with a cosine schedule for 30 epochs, with each of three losses at five learning rates: cross-entropy and squared error on softmax at 0.1, 0.2, 0.4, 0.8 and 1.6, squared error on the linear output at 0.02, 0.04, 0.08, 0.16 and 0.32. A loss counts by its best rate, the one with the highest mean over the seeds; so both sides have the same luck of the choice.',
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
  arms: { ...crossEntropy.arms, ...onSoftmax.arms, ...onLinear.arms },
  seeds: [11, 12, 13, 14, 15],
  expectations: [
    { kind: 'not-below', measure: 'validationAccuracy', of: onSoftmax.best, than: crossEntropy.best, within: 0.02 },
    { kind: 'not-below', measure: 'validationAccuracy', of: onLinear.best, than: crossEntropy.best, within: 0.02 },
  ],
}; // prettier-ignore
