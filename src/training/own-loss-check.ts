import * as tf from '@tensorflow/tfjs-core';
import { seeded, type Random } from '../experiment/random.ts';
import { count, loss as figure, message, type Message } from '../l10n.ts';
import type { OwnLoss } from './own-loss.ts';
import { OwnLossError } from './own-loss-error.ts';
import { scoped } from './scope.ts';

/** A person's own loss that has been tried. */
export interface CheckedOwnLoss {
  readonly loss: OwnLoss;
  /** What to beware of. */
  readonly notice?: Message;
}

/** Some rows to try a loss on. */
interface Trial {
  readonly logits: Float32Array;
  readonly labels: Uint8Array;
  readonly classes: number;
}

/** Rows of an ordinary batch, and of the last one of an epoch, which may have but one. */
const rowsOfTrials = [16, 1];

/** A logit that no float32 softmax tells from certainty: e⁻⁵⁰ is 2·10⁻²². */
const saturated = 50;

/** Step of the central difference; at 1/128 what float32 rounds is about as small as what is cut off. */
const step = 2 ** -7;
/** What value and gradient may differ by, as a share of the gradient's norm. */
const tolerance = 0.05;
/** Rounding of a float32 sum of some operations, as a share of the value. */
const rounding = 2 ** -21;

/**
 * Tries a loss before it trains, on the backend that is active: its values, its gradients, whether they
 * belong together, and whether it leaves tensors behind.
 * @throws OwnLossError saying what is wrong and what to do
 */
export function checkOwnLoss(loss: OwnLoss, classes: number): CheckedOwnLoss {
  const random = seeded(1);
  for (const rows of rowsOfTrials) checkTrial(loss, trialOf(random, rows, classes, 1));
  checkMemory(loss, trialOf(random, 16, classes, 1));
  const notice = saturationNotice(loss, trialOf(random, 16, classes, saturated));
  return notice ? { loss, notice } : { loss };
}

/** Logits of a normal distribution; ±`scale` with equal odds where that is how far they saturate. */
function trialOf(random: Random, rows: number, classes: number, scale: number): Trial {
  const draw = (): number =>
    scale === saturated ? (random.uniform() < 0.5 ? scale : -scale) : scale * random.normal();
  return {
    logits: Float32Array.from({ length: rows * classes }, draw),
    labels: Uint8Array.from({ length: rows }, () => Math.floor(classes * random.uniform())),
    classes,
  };
}

function checkTrial(loss: OwnLoss, trial: Trial): void {
  const value = valueOf(loss, trial);
  if (!Number.isFinite(value)) {
    const problem = message(
      'it is {value} for ordinary logits and labels. Look for a logarithm of 0, a division by 0 or a root.',
      { value: String(value) },
    );
    throw new OwnLossError(loss.path, problem);
  }
  checkGradient(loss, trial, value, gradientOf(loss, trial));
}

function checkGradient(loss: OwnLoss, trial: Trial, value: number, gradient: Float32Array): void {
  if (!gradient.every(Number.isFinite)) {
    const problem = message(
      'its gradient is not finite for ordinary logits and labels. Look for a root or a norm at 0, or a division by 0.',
    );
    throw new OwnLossError(loss.path, problem);
  }
  // A single row can be right already.
  if (trial.labels.length > 1 && gradient.every((g) => g === 0)) {
    const problem = message(
      'its gradient is 0 for ordinary logits and labels, so nothing would be learnt. Compute it from the logits.',
    );
    throw new OwnLossError(loss.path, problem);
  }
  if (trial.labels.length > 1) checkDifferences(loss, trial, value, gradient);
}

/**
 * Along the gradient, the value must rise by its norm: (L(z + hu) − L(z − hu))/2h = ‖g‖ for u = g/‖g‖. A
 * factor that was read out of a tensor, or a gradient of one's own that is wrong, makes another number.
 */
function checkDifferences(
  loss: OwnLoss,
  trial: Trial,
  value: number,
  gradient: Float32Array,
): void {
  const norm = Math.hypot(...gradient);
  const at = (by: number): number =>
    valueOf(loss, { ...trial, logits: trial.logits.map((z, i) => z + (by * (gradient[i] ?? 0)) / norm) }); // prettier-ignore
  const slope = (at(step) - at(-step)) / (2 * step);
  const allowed = tolerance * norm + (rounding * Math.abs(value)) / step;
  if (Math.abs(slope - norm) <= allowed) return;
  const problem = message(
    'its value rises by {slope} along its gradient, whose length is {norm}: one of them is wrong. Take no number out of a tensor, as with dataSync, draw nothing at random, and check a tf.customGrad.',
    { slope: figure(slope), norm: figure(norm) },
  );
  throw new OwnLossError(loss.path, problem);
}

/** The first call may make what it keeps for all others. */
function checkMemory(loss: OwnLoss, trial: Trial): void {
  const before = tf.memory().numTensors;
  valueOf(loss, trial);
  valueOf(loss, trial);
  const kept = tf.memory().numTensors - before;
  if (kept > 0) {
    const problem = message(
      'it leaves {count} tensors behind in two calls, and would fill the memory. Take out tf.keep and tf.variable.',
      { count: count(kept) },
    );
    throw new OwnLossError(loss.path, problem);
  }
}

/** Losses such as cross-entropy by hand fail only where the model is sure of itself. */
function saturationNotice(loss: OwnLoss, trial: Trial): Message | undefined {
  const isFine =
    Number.isFinite(valueOf(loss, trial)) && gradientOf(loss, trial).every(Number.isFinite);
  if (isFine) return undefined;
  return message(
    'The loss in {path} or its gradient is not finite for logits of ±{logit}, which a sure model gives: training may diverge. Use tf.logSoftmax, tf.logSigmoid or tf.softplus in place of logarithms and exponentials.',
    { path: loss.path, logit: count(saturated) },
  );
}

function valueOf(loss: OwnLoss, trial: Trial): number {
  return onTensor(loss, trial, (logits) => loss.value(logits, trial.labels));
}

function gradientOf(loss: OwnLoss, trial: Trial): Float32Array {
  return onTensor(loss, trial, (logits) =>
    loss.gradient(logits, trial.labels).dataSync<'float32'>().slice(),
  );
}

/** @throws OwnLossError if the logits are gone after */
function onTensor<T>(loss: OwnLoss, trial: Trial, work: (logits: tf.Tensor2D) => T): T {
  return scoped(() => {
    const logits = tf.tensor2d(trial.logits, [trial.labels.length, trial.classes]);
    const result = work(logits);
    if (!logits.isDisposed) return result;
    const problem = message(
      'it disposes the logits that it is given, and training still needs them. Take out dispose.',
    );
    throw new OwnLossError(loss.path, problem);
  });
}
