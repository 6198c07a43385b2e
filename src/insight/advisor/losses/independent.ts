import { message } from '../../../l10n.ts';
import type { AdvisedLoss } from '../advised-loss.ts';

/* Losses of outputs that are each a yes or a no: z and y have the same shape, y is 0 or 1. */

const pytorchEach = 'ce = F.binary_cross_entropy_with_logits(logits, y, reduction="none")';
const tfjsEach =
  'const ce = tf.losses.sigmoidCrossEntropy(y, logits, undefined, 0, tf.Reduction.NONE);';

export const binaryCrossEntropy: AdvisedLoss = {
  label: message('Binary cross-entropy'),
  formula: 'L = −y ln p − (1 − y) ln(1 − p),  p = σ(z)',
  code: {
    logits: {
      keras: 'keras.losses.BinaryCrossentropy(from_logits=True)',
      pytorch: 'F.binary_cross_entropy_with_logits(logits, y)',
      tfjs: 'tf.losses.sigmoidCrossEntropy(y, logits)',
    },
    sigmoid: {
      keras: 'keras.losses.BinaryCrossentropy()',
      pytorch: 'F.binary_cross_entropy(probabilities, y)',
      tfjs: 'tf.losses.logLoss(y, probabilities)',
    },
  },
  trainedAs: { name: 'binary-cross-entropy' },
};

export const weightedBinaryCrossEntropy: AdvisedLoss = {
  label: message('Binary cross-entropy, positives weighted'),
  formula: 'L = −w y ln p − (1 − y) ln(1 − p),  w = n_− / n_+',
  code: {
    logits: {
      keras:
        'lambda y, z: ops.mean((1 + (pos_weight - 1) * y) * ops.binary_crossentropy(y, z, from_logits=True), axis=-1)',
      pytorch: 'F.binary_cross_entropy_with_logits(logits, y, pos_weight=pos_weight)',
      tfjs: 'tf.losses.sigmoidCrossEntropy(y, logits, tf.add(1, tf.mul(posWeight - 1, y)))',
    },
    sigmoid: {
      keras:
        'lambda y, p: ops.mean((1 + (pos_weight - 1) * y) * ops.binary_crossentropy(y, p), axis=-1)',
      pytorch: 'F.binary_cross_entropy(probabilities, y, weight=1 + (pos_weight - 1) * y)',
      tfjs: 'tf.losses.logLoss(y, probabilities, tf.add(1, tf.mul(posWeight - 1, y)))',
    },
  },
  trainedAs: { name: 'binary-cross-entropy', classWeights: 'balanced' },
};

export const smoothedBinaryCrossEntropy: AdvisedLoss = {
  label: message('Binary cross-entropy with label smoothing'),
  formula: 'L = −t ln p − (1 − t) ln(1 − p),  t = (1 − ε) y + ε/2,  ε = 0.1',
  code: {
    logits: {
      keras: 'keras.losses.BinaryCrossentropy(from_logits=True, label_smoothing=0.1)',
      pytorch: 'F.binary_cross_entropy_with_logits(logits, 0.9 * y + 0.05)',
      tfjs: 'tf.losses.sigmoidCrossEntropy(y, logits, undefined, 0.1)',
    },
    sigmoid: {
      keras: 'keras.losses.BinaryCrossentropy(label_smoothing=0.1)',
      pytorch: 'F.binary_cross_entropy(probabilities, 0.9 * y + 0.05)',
      tfjs: 'tf.losses.logLoss(tf.add(tf.mul(0.9, y), 0.05), probabilities)',
    },
  },
  trainedAs: { name: 'binary-cross-entropy', parameters: { labelSmoothing: 0.1 } },
};

export const binaryFocal: AdvisedLoss = {
  label: message('Binary focal loss'),
  formula: 'L = −(1 − p_t)^γ ln p_t,  p_t = y p + (1 − y)(1 − p),  γ = 2',
  code: {
    logits: {
      keras: 'keras.losses.BinaryFocalCrossentropy(gamma=2.0, from_logits=True)',
      pytorch: `${pytorchEach}\ntorch.mean((1 - torch.exp(-ce)) ** 2 * ce)`,
      tfjs: `${tfjsEach}\ntf.mean(tf.mul(tf.square(tf.sub(1, tf.exp(tf.neg(ce)))), ce))`,
    },
  },
  trainedAs: { name: 'focal' },
};

export const binaryGeneralised: AdvisedLoss = {
  label: message('Generalised cross-entropy of each yes or no'),
  formula: 'L = (1 − p_t^q) / q,  p_t = y p + (1 − y)(1 − p),  q = 0.7',
  code: {
    logits: {
      keras:
        'lambda y, z: ops.mean((1 - ops.exp(-0.7 * ops.binary_crossentropy(y, z, from_logits=True))) / 0.7, axis=-1)',
      pytorch: `${pytorchEach}\ntorch.mean((1 - torch.exp(-0.7 * ce)) / 0.7)`,
      tfjs: `${tfjsEach}\ntf.mean(tf.div(tf.sub(1, tf.exp(tf.mul(-0.7, ce))), 0.7))`,
    },
  },
  trainedAs: { name: 'generalised-cross-entropy' },
};

export const pairwiseLogistic: AdvisedLoss = {
  label: message('Pairwise logistic loss'),
  formula: 'L = ln(1 + e^{−(z_i − z_j)}),  i ≻ j',
  code: {
    logits: {
      keras:
        'ops.mean(ops.softplus(ops.expand_dims(negatives, 0) - ops.expand_dims(positives, 1)))',
      pytorch:
        'torch.mean(F.softplus(torch.unsqueeze(negatives, 0) - torch.unsqueeze(positives, 1)))',
      tfjs: 'tf.mean(tf.softplus(tf.sub(tf.expandDims(negatives, 0), tf.expandDims(positives, 1))))',
    },
  },
  appliesTo: message('the scores (logits) of what ranks above, positives, and below, negatives'),
};
