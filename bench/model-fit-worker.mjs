// @ts-check
/** The same training by tfjs's Layers API on its wasm backend as shipped; an epoch for each message. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

const count = 10_000;

/** @param {string} name @param {number} header */
async function bytes(name, header) {
  return gunzipSync(await readFile(`media/datasets/fashion-mnist/${name}.gz`)).subarray(header);
}

console.warn = () => undefined;
await tf.setBackend('wasm');
const pixels = new Float32Array(await bytes('train-images-idx3-ubyte', 16)).map((x) => x / 255);
const images = tf.tensor2d(pixels, [count, 784]);
const labels = tf.oneHot(tf.tensor1d(await bytes('train-labels-idx1-ubyte', 8), 'int32'), 10);
const model = tf.sequential({
  layers: [
    tf.layers.dense({ inputShape: [784], units: 128, activation: 'relu' }),
    tf.layers.dense({ units: 10, activation: 'softmax' }),
  ],
});
const metrics = ['accuracy'];
model.compile({ optimizer: tf.train.sgd(0.01), loss: 'categoricalCrossentropy', metrics });

const trainOneEpoch = async () => {
  const start = performance.now();
  await model.fit(images, labels, { epochs: 1, batchSize: 128, verbose: 0, yieldEvery: 'never' });
  return count / ((performance.now() - start) / 1000);
};

await trainOneEpoch();
parentPort?.on('message', async () => parentPort?.postMessage(await trainOneEpoch()));
