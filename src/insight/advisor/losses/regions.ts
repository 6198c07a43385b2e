import { message } from '../../../l10n.ts';
import type { AdvisedLoss, Code } from '../advised-loss.ts';

/* Losses of whole masks: [batch, height, width, K] in Keras and tfjs, [batch, K, height, width] in PyTorch. */

const pytorchSums = 'common = torch.sum(probabilities * onehot, dim=(2, 3))';
const tfjsSums = 'const common = tf.sum(tf.mul(probabilities, onehot), [1, 2]);';
const pytorchDice = `${pytorchSums}
sizes = torch.sum(probabilities + onehot, dim=(2, 3))
dice = 1 - torch.mean((2 * common + 1) / (sizes + 1))`;
const tfjsDice = `${tfjsSums}
const sizes = tf.sum(tf.add(probabilities, onehot), [1, 2]);
const dice = tf.sub(1, tf.mean(tf.div(tf.add(tf.mul(2, common), 1), tf.add(sizes, 1))));`;
const pytorchTversky = `${pytorchSums}
false_alarms = torch.sum(probabilities, dim=(2, 3)) - common
missed = torch.sum(onehot, dim=(2, 3)) - common
index = (common + 1) / (common + 0.3 * false_alarms + 0.7 * missed + 1)
torch.mean((1 - index) ** 0.75)`;
const tfjsTversky = `${tfjsSums}
const falseAlarms = tf.sub(tf.sum(probabilities, [1, 2]), common);
const missed = tf.sub(tf.sum(onehot, [1, 2]), common);
const below = tf.add(common, tf.add(tf.mul(0.3, falseAlarms), tf.mul(0.7, missed)));
const index = tf.div(tf.add(common, 1), tf.add(below, 1));
tf.mean(tf.pow(tf.sub(1, index), 0.75))`;

/** The same after a softmax of the logits; Keras has its own line. */
function afterSoftmax({ pytorch, tfjs }: Code, keras: string): Code {
  return {
    keras,
    pytorch: `probabilities = torch.softmax(logits, dim=1)\n${pytorch}`,
    tfjs: `const probabilities = tf.softmax(logits);\n${tfjs}`,
  };
}

const dicePlain: Code = {
  keras: 'keras.losses.Dice(axis=(1, 2))',
  pytorch: `${pytorchDice}\ndice`,
  tfjs: `${tfjsDice}\ndice`,
};

export const dice: AdvisedLoss = {
  label: message('Dice'),
  formula: 'L = 1 − mean_k (2 Σ_i p_{ik} y_{ik} + 1) / (Σ_i p_{ik} + Σ_i y_{ik} + 1)',
  code: {
    logits: afterSoftmax(
      dicePlain,
      'lambda y, z: keras.losses.Dice(axis=(1, 2))(y, ops.softmax(z))',
    ),
    softmax: dicePlain,
  },
  trainedAs: { name: 'dice' },
};

const bothPlain: Code = {
  keras:
    'lambda y, p: 0.5 * keras.losses.CategoricalCrossentropy()(y, p) + 0.5 * keras.losses.Dice(axis=(1, 2))(y, p)',
  pytorch: `${pytorchDice}\n0.5 * F.nll_loss(torch.log(probabilities + 1e-7), labels) + 0.5 * dice`,
  tfjs: `${tfjsDice}
const ce = tf.neg(tf.mean(tf.sum(tf.mul(onehot, tf.log(tf.add(probabilities, 1e-7))), -1)));
tf.add(tf.mul(0.5, ce), tf.mul(0.5, dice))`,
};

export const crossEntropyDice: AdvisedLoss = {
  label: message('Cross-entropy and Dice'),
  formula: 'L = ½ CE + ½ Dice',
  code: {
    logits: {
      keras:
        'lambda y, z: 0.5 * keras.losses.CategoricalCrossentropy(from_logits=True)(y, z) + 0.5 * keras.losses.Dice(axis=(1, 2))(y, ops.softmax(z))',
      pytorch: `probabilities = torch.softmax(logits, dim=1)\n${pytorchDice}\n0.5 * F.cross_entropy(logits, labels) + 0.5 * dice`,
      tfjs: `const probabilities = tf.softmax(logits);\n${tfjsDice}
const ce = tf.losses.softmaxCrossEntropy(onehot, logits);
tf.add(tf.mul(0.5, ce), tf.mul(0.5, dice))`,
    },
    softmax: bothPlain,
  },
  trainedAs: { name: 'cross-entropy-dice' },
};

const tverskyPlain: Code = {
  keras:
    'lambda y, p: ops.mean(keras.losses.Tversky(alpha=0.3, beta=0.7, axis=(1, 2), reduction=None)(y, p) ** 0.75)',
  pytorch: pytorchTversky,
  tfjs: tfjsTversky,
};

export const focalTversky: AdvisedLoss = {
  label: message('Focal Tversky'),
  formula: 'L = mean_k (1 − T_k)^{3/4},  T = (I + 1) / (I + 0.3 (P − I) + 0.7 (Y − I) + 1)',
  code: {
    logits: afterSoftmax(
      tverskyPlain,
      'lambda y, z: ops.mean(keras.losses.Tversky(alpha=0.3, beta=0.7, axis=(1, 2), reduction=None)(y, ops.softmax(z)) ** 0.75)',
    ),
    softmax: tverskyPlain,
  },
  trainedAs: { name: 'focal-tversky' },
};
