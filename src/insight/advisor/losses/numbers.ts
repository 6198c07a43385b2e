import { message } from '../../../l10n.ts';
import type { AdvisedLoss } from '../advised-loss.ts';

/* Losses of numbers: outputs and targets y have the same shape. */

export const squaredError: AdvisedLoss = {
  label: message('Mean squared error'),
  formula: 'L = (z − y)^2',
  code: {
    linear: {
      keras: 'keras.losses.MeanSquaredError()',
      pytorch: 'F.mse_loss(outputs, y)',
      tfjs: 'tf.losses.meanSquaredError(y, outputs)',
    },
  },
  trainedAs: { name: 'mean-squared-error-linear' },
};

export const absoluteError: AdvisedLoss = {
  label: message('Mean absolute error'),
  formula: 'L = |z − y|',
  code: {
    linear: {
      keras: 'keras.losses.MeanAbsoluteError()',
      pytorch: 'F.l1_loss(outputs, y)',
      tfjs: 'tf.losses.absoluteDifference(y, outputs)',
    },
  },
};

export const huber: AdvisedLoss = {
  label: message('Huber'),
  formula: 'L = ½ e^2 (|e| ≤ δ),  δ (|e| − ½ δ) (|e| > δ),  e = z − y,  δ = 1',
  code: {
    linear: {
      keras: 'keras.losses.Huber(delta=1.0)',
      pytorch: 'F.huber_loss(outputs, y, delta=1.0)',
      tfjs: 'tf.losses.huberLoss(y, outputs, undefined, 1)',
    },
  },
  trainedAs: { name: 'huber' },
};

export const gaussianLikelihood: AdvisedLoss = {
  label: message('Gaussian negative log-likelihood'),
  formula: 'L = ½ ln v + (y − m)^2 / (2v)',
  code: {
    linear: {
      keras: 'ops.mean(ops.log(variance) / 2 + ops.square(y - mean) / (2 * variance))',
      pytorch: 'F.gaussian_nll_loss(mean, y, variance)',
      tfjs: 'tf.mean(tf.add(tf.div(tf.log(variance), 2), tf.div(tf.square(tf.sub(y, mean)), tf.mul(2, variance))))',
    },
  },
  appliesTo: message('two outputs for each number: its mean, and its variance by softplus'),
};

export const cumulative: AdvisedLoss = {
  label: message('Binary cross-entropy of “more than grade k?”'),
  formula: 'L = −Σ_k [t_k ln σ(z_k) + (1 − t_k) ln(1 − σ(z_k))],  t_k = [y > k]',
  code: {
    logits: {
      keras: 'keras.losses.BinaryCrossentropy(from_logits=True)',
      pytorch: 'F.binary_cross_entropy_with_logits(logits, above)',
      tfjs: 'tf.losses.sigmoidCrossEntropy(above, logits)',
    },
    sigmoid: {
      keras: 'keras.losses.BinaryCrossentropy()',
      pytorch: 'F.binary_cross_entropy(probabilities, above)',
      tfjs: 'tf.losses.logLoss(above, probabilities)',
    },
  },
  appliesTo: message('K − 1 outputs for K grades; above holds 1 for every grade that is passed'),
};

export const squaredEarthMover: AdvisedLoss = {
  label: message('Squared earth mover’s distance'),
  formula: 'L = Σ_k (P_k − Y_k)^2,  P_k = Σ_{j≤k} p_j,  Y_k = Σ_{j≤k} y_j',
  code: {
    softmax: {
      keras:
        'lambda y, p: ops.sum(ops.square(ops.cumsum(p, axis=-1) - ops.cumsum(y, axis=-1)), axis=-1)',
      pytorch:
        'gap = torch.cumsum(probabilities, dim=1) - torch.cumsum(onehot, dim=1)\ntorch.mean(torch.sum(gap ** 2, dim=1))',
      tfjs: 'const gap = tf.sub(tf.cumsum(probabilities, 1), tf.cumsum(onehot, 1));\ntf.mean(tf.sum(tf.square(gap), 1))',
    },
    logits: {
      keras:
        'lambda y, z: ops.sum(ops.square(ops.cumsum(ops.softmax(z), axis=-1) - ops.cumsum(y, axis=-1)), axis=-1)',
      pytorch:
        'gap = torch.cumsum(torch.softmax(logits, dim=1), dim=1) - torch.cumsum(onehot, dim=1)\ntorch.mean(torch.sum(gap ** 2, dim=1))',
      tfjs: 'const gap = tf.sub(tf.cumsum(tf.softmax(logits), 1), tf.cumsum(onehot, 1));\ntf.mean(tf.sum(tf.square(gap), 1))',
    },
  },
};
