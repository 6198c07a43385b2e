// @ts-check
import { importEngine, readWasm } from './build.mjs';
import { modelNames, specOf } from './models.mjs';

export const title = 'Memory after 10,000 steps against after 100, of each model on small images';

const [few, many] = [100, 10_000];
/** Pixels a side and images a step: so that 10,000 steps take a minute in all. */
const side = 8;
const batchSize = 16;

export async function run() {
  const engine = await importEngine();
  const backend = await engine.createWasmBackend(await readWasm(true));
  await backend.activate();
  for (const model of modelNames) {
    const step = training(engine, backend, model);
    for (let i = 1; i <= few; i++) step(i);
    const before = held(engine, backend);
    for (let i = few + 1; i <= many; i++) step(i);
    const after = held(engine, backend);
    console.log(
      `  ${model.padEnd(8)} tensors ${before.tensors} → ${after.tensors}, their bytes ${before.bytes} → ${after.bytes}, wasm heap ${mega(before.heap)} → ${mega(after.heap)}, JavaScript heap ${mega(before.js)} → ${mega(after.js)}`,
    );
  }
}

/** @param {any} engine @param {any} backend @param {import('./models.mjs').ModelName} model */
function training(engine, backend, model) {
  const { style } = specOf(model).model;
  const input = { height: side, width: side, channels: 1, classes: 4 };
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
  const rows = batchSize * (model === 'unet' ? side * side : 1);
  const labels = Uint8Array.from({ length: rows }, () => random.below(4));
  const push = { loss: 'cross-entropy', factor: 1 / rows };
  return (/** @type {number} */ step) => {
    const rule = engine.updateRule({ name: 'adam', learningRate: 0.001 }, step);
    network.step({ count: batchSize, images, labels }, push, rule);
  };
}

/** @param {any} engine @param {any} backend */
function held(engine, backend) {
  globalThis.gc?.();
  const { numTensors: tensors, numBytes: bytes } = engine.tf.memory();
  const { heapUsed: js } = process.memoryUsage();
  return { tensors, bytes, heap: backend.host.memory.buffer.byteLength, js };
}

/** @param {number} bytes */
const mega = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
