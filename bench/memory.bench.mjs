// @ts-check
import { importEngine, readWasm } from './build.mjs';
import { madeUpTraining } from './made-up.mjs';
import { modelNames } from './models.mjs';

export const title = 'Memory after 10,000 steps against after 100, of each model on small images';

const [few, many] = [100, 10_000];
/** Pixels a side and images a step: so that 10,000 steps take a minute in all. */
const sizes = { side: 8, classes: 4, batchSize: 16 };

export async function run() {
  const engine = await importEngine();
  const backend = await engine.createWasmBackend(await readWasm(true));
  await backend.activate();
  for (const model of modelNames) {
    const { step, end } = madeUpTraining(engine, backend, model, sizes);
    for (let i = 1; i <= few; i++) step(i);
    const before = held(engine, backend);
    for (let i = few + 1; i <= many; i++) step(i);
    const after = held(engine, backend);
    end();
    console.log(
      `  ${model.padEnd(8)} tensors ${before.tensors} → ${after.tensors}, their bytes ${before.bytes} → ${after.bytes}, wasm heap ${mega(before.heap)} → ${mega(after.heap)}, JavaScript heap ${mega(before.js)} → ${mega(after.js)}`,
    );
  }
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
