// @ts-check
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { importEngine, readWasm } from './build.mjs';
import { madeUpTraining } from './made-up.mjs';
import { modelNames } from './models.mjs';

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
  const isScene = model === 'unet';
  const sizes = { side: isScene ? 32 : 28, classes: isScene ? 4 : 10, batchSize };
  const training = madeUpTraining(engine, backend, model, sizes);
  let steps = 0;
  const step = () => training.step(++steps);
  if (backend.name === 'wasm') for (let i = 0; i < 20; i++) step();
  const [before, start] = [steps, performance.now()];
  while (performance.now() - start < turn) step();
  const result = ((steps - before) * batchSize) / ((performance.now() - start) / 1000);
  training.end();
  return result;
}
