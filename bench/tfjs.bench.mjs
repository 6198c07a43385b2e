// @ts-check
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { importEngine, readWasm } from './build.mjs';
import { modelNames, specOf } from './models.mjs';

export const title =
  'Images/s against tfjs as shipped: its wasm backend (model by its Layers API) and its cpu backend, one thread';

/** Milliseconds for which each is measured, and images a step: few, since the cpu backend takes seconds. */
const turn = 1500;
const batchSize = 16;

export async function run() {
  const engine = await importEngine();
  const wasm = await engine.createWasmBackend(await readWasm(true));
  const stock = new Worker(new URL('stock-worker.mjs', import.meta.url));
  for (const model of modelNames) {
    const ours = await speed(engine, wasm, model);
    const cpu = await speed(engine, engine.cpuBackend, model);
    stock.postMessage({ model, turn, batchSize });
    const [theirs] = await once(stock, 'message');
    const shipped =
      typeof theirs === 'number'
        ? `${theirs.toFixed(0)} (× ${(ours / theirs).toFixed(1)})`
        : `cannot train it: ${theirs}`;
    console.log(
      `  ${model.padEnd(8)} Loss Lab ${ours.toFixed(0)}, tfjs-wasm ${shipped}, tfjs cpu ${cpu.toFixed(1)} (× ${(ours / cpu).toFixed(0)})`,
    );
  }
  await stock.terminate();
}

/** @param {any} engine @param {any} backend @param {import('./models.mjs').ModelName} model */
async function speed(engine, backend, model) {
  await backend.activate();
  const { style } = specOf(model).model;
  const isScene = model === 'unet';
  const side = isScene ? 32 : 28;
  const classes = isScene ? 4 : 10;
  const input = { height: side, width: side, channels: 1, classes };
  const network = new engine.Network(
    engine.models[model],
    style,
    input,
    backend,
    engine.seeded(1),
    2,
  );
  const random = engine.seeded(2);
  const images = Float32Array.from({ length: batchSize * side * side }, () => random.uniform());
  const rows = batchSize * (isScene ? side * side : 1);
  const labels = Uint8Array.from({ length: rows }, () => random.below(classes));
  const push = { loss: 'cross-entropy', factor: 1 / rows };
  let steps = 0;
  const step = () => {
    const rule = engine.updateRule({ name: 'adam', learningRate: 0.001 }, ++steps);
    network.step({ count: batchSize, images, labels }, push, rule);
  };
  if (backend.name === 'wasm') for (let i = 0; i < 20; i++) step();
  const [before, start] = [steps, performance.now()];
  while (performance.now() - start < turn) step();
  const result = ((steps - before) * batchSize) / ((performance.now() - start) / 1000);
  network.dispose();
  return result;
}
