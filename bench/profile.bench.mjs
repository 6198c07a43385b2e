// @ts-check
import { gunzipSync } from 'node:zlib';
import { importEngine, readData, readWasm } from './build.mjs';
import { batchSizes, datasetOf, modelNames, specOf } from './models.mjs';

export const title = 'Where the time of a step goes, by kernel, one thread';

const warmUp = 30;
/** Milliseconds for which each model is watched. */
const turn = 2000;
/** Kernels that are told, the rest together. */
const told = 9;

export async function run() {
  const engine = await importEngine();
  const backend = await engine.createWasmBackend(await readWasm(true));
  await backend.activate();
  const spent = watch(backend.host.kernels);
  for (const model of modelNames) {
    const step = await training(engine, backend, model);
    for (let i = 0; i < warmUp; i++) step();
    spent.clear();
    const start = performance.now();
    let steps = 0;
    for (; performance.now() - start < turn; steps++) step();
    report(model, steps, performance.now() - start, spent);
  }
}

/** Replaces each kernel by one that notes how long it takes. @param {Record<string, Function>} kernels */
function watch(kernels) {
  /** @type {Map<string, number>} */
  const spent = new Map();
  for (const [name, kernel] of Object.entries(kernels)) {
    kernels[name] = (/** @type {number[]} */ ...args) => {
      const start = performance.now();
      const result = kernel(...args);
      spent.set(name, (spent.get(name) ?? 0) + performance.now() - start);
      return result;
    };
  }
  return spent;
}

/** A step of a model on batch after batch. @param {any} engine @param {any} backend @param {import('./models.mjs').ModelName} model */
async function training(engine, backend, model) {
  const spec = specOf(model);
  const gunzip = (/** @type {Uint8Array} */ bytes) => gunzipSync(bytes);
  const data = await engine.loadDataset(datasetOf(model), await readData(), gunzip);
  const { height, width, channels } = data.train;
  const input = { height, width, channels, classes: data.classes };
  const random = engine.randomStreams(1);
  const network = engine.networkOf(backend, spec, input, 2);
  const batches = new engine.Batches(data.train, batchSizes[model], random.order);
  let step = 0;
  let epoch = batches.epoch();
  return () => {
    let next = epoch.next();
    if (next.done) {
      epoch = batches.epoch();
      next = epoch.next();
    }
    const rule = engine.updateRule(spec.optimizer, ++step, 1, spec.epochs);
    network.step(next.value, rule);
  };
}

/** @param {string} model @param {number} steps @param {number} total @param {Map<string, number>} spent */
function report(model, steps, total, spent) {
  const sorted = [...spent].sort(([, a], [, b]) => b - a);
  const share = (/** @type {number} */ time) => `${((100 * time) / total).toFixed(1)} %`;
  const inKernels = sorted.reduce((sum, [, time]) => sum + time, 0);
  const rest = sorted.slice(told).reduce((sum, [, time]) => sum + time, 0);
  console.log(` ${model}: ${(total / steps).toFixed(2)} ms a step`);
  for (const [name, time] of sorted.slice(0, told))
    console.log(`  ${name.padEnd(30)} ${share(time)}`);
  console.log(`  ${'other kernels'.padEnd(30)} ${share(rest)}`);
  console.log(`  ${'tfjs and the trainer between'.padEnd(30)} ${share(total - inKernels)}`);
}
