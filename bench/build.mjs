// @ts-check
/** Builds what the benches measure into out/bench, so that a half-built dist/ is never measured. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { buildKernels } from '../kernels/build.mjs';

export const workerFile = path.resolve('out/bench/worker.cjs');

/** @type {import('esbuild').BuildOptions} */
const options = {
  outdir: 'out/bench',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['node-fetch'],
  logLevel: 'warning',
};

export async function buildWorker() {
  await build({
    ...options,
    entryPoints: { worker: 'src/platform/node/worker-entry.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  });
}

/** bench/engine.ts as a module, for benches that look inside. */
export const importEngine = () => importBuilt('engine', 'bench/engine.ts');

/** The parser of experiments. */
export const importParser = () => importBuilt('parse-spec', 'src/experiment/parse-spec.ts');

/** @param {string} name @param {string} file of TypeScript @returns {Promise<any>} */
async function importBuilt(name, file) {
  await build({
    ...options,
    entryPoints: { [name]: file },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  });
  return createRequire(import.meta.url)(path.resolve(`out/bench/${name}.cjs`));
}

/** @param {boolean} withStatistics */
export async function readWasm(withStatistics) {
  const file = `out/bench/kernels-${withStatistics ? 'with' : 'without'}-statistics.wasm`;
  await buildKernels(file, { withStatistics });
  const tfjs = path.dirname(
    createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'),
  );
  return {
    tfjs: await readFile(path.join(tfjs, 'tfjs-backend-wasm-simd.wasm')),
    kernels: await readFile(file),
  };
}

/** The files of Fashion-MNIST as the host hands them to a worker; the scenes are composed from them. */
export async function readData() {
  /** @param {string} file */
  const part = (file) => readFile(path.join('media/datasets/fashion-mnist', file));
  return {
    trainImages: await part('train-images-idx3-ubyte.gz'),
    trainLabels: await part('train-labels-idx1-ubyte.gz'),
    validationImages: await part('validation-images-idx3-ubyte.gz'),
    validationLabels: await part('validation-labels-idx1-ubyte.gz'),
  };
}
