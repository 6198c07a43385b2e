import { message } from '../../../l10n.ts';
import type { AdvisedLoss } from '../advised-loss.ts';

/* Losses of features that are compared, rather than of outputs. */

export const angularMargin: AdvisedLoss = {
  label: message('Additive angular margin (ArcFace)'),
  formula: 'L = CE(s cos(θ_k + m y_k)),  cos θ_k = x · w_k,  ‖x‖ = ‖w_k‖ = 1,  s = 30,  m = 0.5',
  code: {
    logits: {
      keras:
        'lambda y, cosine: ops.categorical_crossentropy(y, 30 * ops.cos(ops.arccos(ops.clip(cosine, -0.9999, 0.9999)) + 0.5 * y), from_logits=True)',
      pytorch:
        'angle = torch.acos(torch.clamp(F.linear(F.normalize(features), F.normalize(centres)), -0.9999, 0.9999))\nF.cross_entropy(30 * torch.cos(angle + 0.5 * onehot), labels)',
      tfjs: 'const angle = tf.acos(tf.clipByValue(cosine, -0.9999, 0.9999));\ntf.losses.softmaxCrossEntropy(onehot, tf.mul(30, tf.cos(tf.add(angle, tf.mul(0.5, onehot)))))',
    },
  },
  appliesTo: message(
    'the cosine between the features of the last hidden layer and a centre of each class',
  ),
};

export const triplet: AdvisedLoss = {
  label: message('Triplet loss'),
  formula: 'L = max(0, ‖a − p‖ − ‖a − n‖ + m),  m = 0.2',
  code: {
    logits: {
      keras:
        'ops.mean(ops.relu(ops.norm(anchor - positive, axis=-1) - ops.norm(anchor - negative, axis=-1) + 0.2))',
      pytorch: 'F.triplet_margin_loss(anchor, positive, negative, margin=0.2)',
      tfjs: 'const near = tf.norm(tf.sub(anchor, positive), 2, -1);\nconst far = tf.norm(tf.sub(anchor, negative), 2, -1);\ntf.mean(tf.relu(tf.add(tf.sub(near, far), 0.2)))',
    },
  },
  appliesTo: message(
    'features of unit length of three images: two of one class, and one of another',
  ),
};
