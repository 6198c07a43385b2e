import { build } from 'esbuild';
import { buildKernels } from '../../kernels/build.mjs';

/** What the tests load, built anew, so that they see the sources as they are: kernels, and a worker. */
export default async function setup(): Promise<void> {
  await Promise.all([buildKernels('out/test/kernels.wasm'), buildWorker()]);
}

async function buildWorker(): Promise<void> {
  await build({
    entryPoints: { worker: 'src/platform/node/worker-entry.ts' },
    outdir: 'out/test',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['node-fetch'],
    logLevel: 'warning',
  });
}
