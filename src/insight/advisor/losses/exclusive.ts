import { message } from '../../../l10n.ts';
import type { AdvisedLoss } from '../advised-loss.ts';

/* Losses of exclusive classes: softmax over the last axis, or over axis 1 in PyTorch. */

const tfjsCrossEntropy = 'const ce = tf.neg(tf.sum(tf.mul(onehot, tf.logSoftmax(logits)), -1));';
const safeLog = 'tf.log(tf.add(probabilities, 1e-7))';

export const crossEntropy: AdvisedLoss = {
  label: message('Cross-entropy'),
  formula: 'L = −ln p_y,  p = softmax(z)',
  code: {
    logits: {
      keras: 'keras.losses.SparseCategoricalCrossentropy(from_logits=True)',
      pytorch: 'F.cross_entropy(logits, labels)',
      tfjs: 'tf.losses.softmaxCrossEntropy(onehot, logits)',
    },
    softmax: {
      keras: 'keras.losses.SparseCategoricalCrossentropy()',
      pytorch: 'F.nll_loss(torch.log(probabilities + 1e-7), labels)',
      tfjs: `tf.neg(tf.mean(tf.sum(tf.mul(onehot, ${safeLog}), -1)))`,
    },
  },
  trainedAs: { name: 'cross-entropy' },
};

export const weightedCrossEntropy: AdvisedLoss = {
  label: message('Cross-entropy with class weights'),
  formula: 'L = −w_y ln p_y,  w_k = N / (K n_k)',
  code: {
    logits: {
      keras:
        'model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))\nmodel.fit(images, labels, class_weight=class_weights)',
      pytorch: 'F.cross_entropy(logits, labels, weight=class_weights)',
      tfjs: 'const weights = tf.sum(tf.mul(onehot, classWeights), -1);\ntf.losses.softmaxCrossEntropy(onehot, logits, weights)',
    },
    softmax: {
      keras:
        'model.compile(loss=keras.losses.SparseCategoricalCrossentropy())\nmodel.fit(images, labels, class_weight=class_weights)',
      pytorch: 'F.nll_loss(torch.log(probabilities + 1e-7), labels, weight=class_weights)',
      tfjs: `tf.neg(tf.mean(tf.sum(tf.mul(tf.mul(onehot, classWeights), ${safeLog}), -1)))`,
    },
  },
  trainedAs: { name: 'cross-entropy', classWeights: 'balanced' },
};

export const smoothedCrossEntropy: AdvisedLoss = {
  label: message('Cross-entropy with label smoothing'),
  formula: 'L = −Σ_k t_k ln p_k,  t = (1 − ε) y + ε/K,  ε = 0.1',
  code: {
    logits: {
      keras: 'keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)',
      pytorch: 'F.cross_entropy(logits, labels, label_smoothing=0.1)',
      tfjs: 'tf.losses.softmaxCrossEntropy(onehot, logits, undefined, 0.1)',
    },
  },
  trainedAs: { name: 'cross-entropy', parameters: { labelSmoothing: 0.1 } },
};

export const focal: AdvisedLoss = {
  label: message('Focal loss'),
  formula: 'L = −(1 − p_y)^γ ln p_y,  γ = 2',
  code: {
    logits: {
      keras: 'keras.losses.CategoricalFocalCrossentropy(alpha=1.0, gamma=2.0, from_logits=True)',
      pytorch:
        'ce = F.cross_entropy(logits, labels, reduction="none")\ntorch.mean((1 - torch.exp(-ce)) ** 2 * ce)',
      tfjs: `${tfjsCrossEntropy}\ntf.mean(tf.mul(tf.square(tf.sub(1, tf.exp(tf.neg(ce)))), ce))`,
    },
    softmax: {
      keras: 'keras.losses.CategoricalFocalCrossentropy(alpha=1.0, gamma=2.0)',
      pytorch:
        'ce = F.nll_loss(torch.log(probabilities + 1e-7), labels, reduction="none")\ntorch.mean((1 - torch.exp(-ce)) ** 2 * ce)',
      tfjs: `const ce = tf.neg(tf.sum(tf.mul(onehot, ${safeLog}), -1));\ntf.mean(tf.mul(tf.square(tf.sub(1, tf.exp(tf.neg(ce)))), ce))`,
    },
  },
  trainedAs: { name: 'focal' },
};

export const generalisedCrossEntropy: AdvisedLoss = {
  label: message('Generalised cross-entropy'),
  formula: 'L = (1 − p_y^q) / q,  q = 0.7',
  code: {
    logits: {
      keras: 'lambda y, z: (1 - ops.sum(y * ops.softmax(z), axis=-1) ** 0.7) / 0.7',
      pytorch:
        'p = torch.sum(onehot * torch.softmax(logits, dim=1), dim=1)\ntorch.mean((1 - p ** 0.7) / 0.7)',
      tfjs: 'const p = tf.sum(tf.mul(onehot, tf.softmax(logits)), -1);\ntf.mean(tf.div(tf.sub(1, tf.pow(p, 0.7)), 0.7))',
    },
    softmax: {
      keras: 'lambda y, p: (1 - ops.sum(y * p, axis=-1) ** 0.7) / 0.7',
      pytorch: 'p = torch.sum(onehot * probabilities, dim=1)\ntorch.mean((1 - p ** 0.7) / 0.7)',
      tfjs: 'const p = tf.sum(tf.mul(onehot, probabilities), -1);\ntf.mean(tf.div(tf.sub(1, tf.pow(p, 0.7)), 0.7))',
    },
  },
  trainedAs: { name: 'generalised-cross-entropy' },
};

export const rescaledSquaredError: AdvisedLoss = {
  label: message('Rescaled MSE on linear output'),
  formula: 'L = 1/K [k (z_y − M)^2 + Σ_{j≠y} z_j^2],  k = 3,  M = 2',
  code: {
    linear: {
      keras: 'lambda y, z: ops.mean((1 + 2 * y) * ops.square(z - 2 * y), axis=-1)',
      pytorch: 'torch.mean((1 + 2 * onehot) * (outputs - 2 * onehot) ** 2)',
      tfjs: 'const error = tf.sub(outputs, tf.mul(2, onehot));\ntf.mean(tf.mul(tf.add(1, tf.mul(2, onehot)), tf.square(error)))',
    },
  },
  trainedAs: { name: 'mean-squared-error-rescaled' },
};
