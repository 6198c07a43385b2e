// @ts-check
/** Models like ours by tfjs's Layers API, on its wasm backend as shipped: images/s, or why it cannot. */
import { parentPort } from 'node:worker_threads';
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

console.warn = () => undefined;
const ready = tf.setBackend('wasm');

/** @type {Record<string, () => tf.Sequential>} */
const models = {
  mlp: () =>
    tf.sequential({
      layers: [
        tf.layers.flatten({ inputShape: [28, 28, 1] }),
        tf.layers.dense({ units: 128, activation: 'relu' }),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),
  // One convolution is enough to see whether it trains.
  cnn: () =>
    tf.sequential({
      layers: [
        tf.layers.conv2d({ inputShape: [28, 28, 1], filters: 16, kernelSize: 3, padding: 'same' }),
        tf.layers.flatten(),
        tf.layers.dense({ units: 10, activation: 'softmax' }),
      ],
    }),
};

parentPort?.on('message', async ({ model, turn, batchSize }) => {
  await ready;
  const images = tf.randomUniform([64 * batchSize, 28, 28, 1]);
  const classes = tf.randomUniform([64 * batchSize], 0, 10, 'int32');
  const labels = tf.oneHot(/** @type {tf.Tensor1D} */ (classes), 10);
  const network = (models[model] ?? models['cnn'])?.();
  if (!network) return;
  network.compile({ optimizer: tf.train.adam(0.001), loss: 'categoricalCrossentropy' });
  /** @type {import('@tensorflow/tfjs').ModelFitArgs} */
  const how = { epochs: 1, batchSize, verbose: 0, yieldEvery: 'never' };
  try {
    await network.fit(images, labels, how);
    const start = performance.now();
    let done = 0;
    for (; performance.now() - start < turn; done += 64 * batchSize) {
      await network.fit(images, labels, how);
    }
    parentPort?.postMessage(done / ((performance.now() - start) / 1000));
  } catch (error) {
    parentPort?.postMessage(error instanceof Error ? error.message.split('\n')[0] : String(error));
  }
});
