// @ts-check
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importEngine, readData, readWasm } from './build.mjs';
import { batchSizes, datasetOf, modelNames, optimizerOf, specOf } from './models.mjs';
import { howToGetPyTorch, Peer } from './peer.mjs';

export const title =
  'The loss of 50 steps from the same weights and batches, in Loss Lab and in PyTorch';

const steps = 50;
/** The largest difference of two losses, each about 1, that is taken for rounding. */
const tolerance = 1e-3;

/**
 * Rates at which PyTorch in float32 stays near itself in float64: at larger ones a rounding decides which
 * of two nearly equal values is the largest of a window, and two correct programs part.
 */
const optimizers = [
  { ...optimizerOf('sgd', 0.01), slots: 0 },
  { ...optimizerOf('adam', 0.0002), slots: 2 },
];

export async function run() {
  const peer = Peer.start();
  if (!peer) return console.log(` ${howToGetPyTorch}`);
  console.log(` ${await peer.answer()}`);
  const engine = await importEngine();
  const backend = await engine.createWasmBackend(await readWasm(true));
  await backend.activate();
  for (const optimizer of optimizers) {
    console.log(` ${optimizer.name}, learning rate ${optimizer.learningRate}`);
    for (const model of modelNames) await compareCurves(engine, backend, peer, model, optimizer);
  }
  peer.end();
}

/**
 * @param {any} engine @param {any} backend @param {Peer} peer
 * @param {import('./models.mjs').ModelName} model @param {(typeof optimizers)[number]} optimizer
 */
async function compareCurves(engine, backend, peer, model, optimizer) {
  const file = path.resolve(`out/bench/verify-${model}.json`);
  const ours = await train(engine, backend, model, optimizer, file);
  const question = { verify: file, model, optimizer: optimizer.name, rate: optimizer.learningRate };
  const single = await peer.ask({ ...question, double: false });
  const double = await peer.ask({ ...question, double: true });
  const [worst, theirs] = [distance(ours, double), distance(single, double)];
  const isClose = worst <= tolerance;
  console.log(
    `  ${model.padEnd(8)} ${ours[0]?.toFixed(4)} → ${ours.at(-1)?.toFixed(4)}: from PyTorch in float64 at most ${worst.toExponential(1)} away, PyTorch's own float32 ${theirs.toExponential(1)}: ${isClose ? 'agrees' : 'DIFFERS'} within ${tolerance}`,
  );
  if (!isClose) process.exitCode = 1;
}

/** @param {readonly number[]} a @param {readonly number[]} b */
function distance(a, b) {
  return a.reduce((most, loss, i) => Math.max(most, Math.abs(loss - (b[i] ?? NaN))), 0);
}

/**
 * Trains, and leaves the initial weights and the batches in a file. Gives the loss of every step.
 * @param {any} engine @param {any} backend @param {import('./models.mjs').ModelName} model
 * @param {any} optimizer @param {string} file @returns {Promise<number[]>}
 */
async function train(engine, backend, model, optimizer, file) {
  const spec = specOf(model);
  const data = await engine.loadDataset(
    datasetOf(model),
    await readData(),
    (/** @type {Uint8Array} */ bytes) => gunzipSync(bytes),
  );
  const { height, width, channels } = data.train;
  const input = { height, width, channels, classes: data.classes };
  const random = engine.randomStreams(spec.seed);
  const network = engine.networkOf(backend, spec, input, optimizer.slots);
  const weights = network.layers.flatMap((/** @type {any} */ layer) =>
    engine.parametersOf(layer).map((/** @type {any} */ { tensor }) => ({
      shape: tensor.shape,
      values: base64(tensor.dataSync()),
    })),
  );
  const batches = [];
  const losses = [];
  const deal = new engine.Batches(data.train, batchSizes[model], random.order);
  for (let step = 1; step <= steps;) {
    for (const batch of deal.epoch()) {
      batches.push({
        shape: [batch.count, height, width, channels],
        images: base64(batch.images),
        labels: base64(batch.labels),
      });
      const rule = engine.updateRule(optimizer, step, steps, 1);
      const { measured } = network.step(batch, rule);
      losses.push(measured.rulers.sums[0] / measured.rulers.count);
      if (++step > steps) break;
    }
  }
  network.dispose();
  writeFileSync(file, JSON.stringify({ weights, batches }));
  return losses;
}

/** @param {Float32Array | Uint8Array} values */
function base64(values) {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}
