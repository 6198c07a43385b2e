/**
 * A loss of your own for Loss Lab. In an experiment file:
 *
 *   "loss": { "name": "own", "module": "./my-loss.mjs" }
 *
 * Loss Lab calls the default export once for every batch, and goes down the number that it gives. This one
 * is cross-entropy at a temperature, with a penalty on sure predictions. Change it as you like.
 *
 * What comes in
 *   tf      the operations of TensorFlow.js: https://js.tensorflow.org/api/latest/
 *   labels  float32 [rows, classes], one-hot: 1 at the class of the row, 0 elsewhere
 *   logits  float32 [rows, classes]: what the model says, before any softmax
 * A row is an image; where every pixel has a class, a row is a pixel. The last batch of an epoch may be
 * smaller, down to one image.
 *
 * What must come out
 *   one float32 number, as a tensor. It is the loss of the whole batch, so take the mean over its rows,
 *   or the learning rate will mean another thing for each batch size.
 *
 * What to mind
 *   - Stay with tensors from the logits to the result: tfjs finds the gradient by itself, but not through
 *     dataSync(), argMax, round or comparisons.
 *   - Prefer tf.logSoftmax, tf.logSigmoid and tf.softplus to logarithms and exponentials: they stay finite
 *     where the model is sure of itself.
 *   - Draw nothing at random, and keep no tensor with tf.keep or tf.variable.
 *
 * Loss Lab tries the loss on random logits before it trains: that it gives one finite number, a gradient
 * that is finite and not 0, and that the two belong together. A mistake is told with its line.
 */

/** Above 1 the predictions are softened before they are compared: errors on easy images push less. */
const temperature = 2;

/** How much the entropy of the predictions is rewarded (Pereyra et al. 2017, arXiv 1701.06548). */
const confidencePenalty = 0.1;

export default function loss(tf, labels, logits) {
  // ln p of the softened softmax, [rows, classes]; it needs no clipping, unlike tf.log(tf.softmax(…)).
  const logP = tf.logSoftmax(tf.div(logits, temperature));

  // −Σ y ln p: the log-probability of the right class, one number a row.
  const crossEntropy = tf.neg(tf.sum(tf.mul(labels, logP), 1));

  // −Σ p ln p: 0 for a sure prediction, ln K where all K classes are equally likely.
  const entropy = tf.neg(tf.sum(tf.mul(tf.exp(logP), logP), 1));

  // One number for the batch.
  return tf.mean(tf.sub(crossEntropy, tf.mul(entropy, confidencePenalty)));
}
