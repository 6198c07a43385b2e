// @ts-check
import path from 'node:path';
import { startBrowserWorkers } from '../test/vscode/browser-worker.mjs';
import { findChromium } from '../test/vscode/chromium.mjs';
import { modelNames, specOf } from './models.mjs';
import { compare } from './statistics.mjs';

export const title =
  'Images/s on WebGL in a Web Worker of Chromium, which computes it in software here: only the ratios say anything';

/** Milliseconds that each is measured for in a round at least. */
const turn = 1500;
/** Images a step: few, since software is slow. */
const batchSizes = { mlp: 128, cnn: 16, resnet: 4, unet: 4 };

export async function run() {
  try {
    findChromium();
  } catch (error) {
    console.log(`  Not measured. ${error instanceof Error ? error.message : error}`);
    return;
  }
  const workers = await startBrowserWorkers(path.resolve('out/bench/webgl'), {
    ours: 'bench/webgl-worker.ts',
    stock: 'bench/webgl-stock-worker.ts',
  });
  const bare = await startBrowserWorkers(
    path.resolve('out/bench/webgl-without'),
    { ours: 'bench/webgl-worker.ts' },
    [withoutStatistics],
  );
  try {
    for (const model of modelNames) {
      const isScene = model === 'unet';
      const batchSize = batchSizes[model];
      const sizes = { side: isScene ? 32 : 28, classes: isScene ? 4 : 10, batchSize };
      const asked = { model, spec: specOf(model), sizes, turn };
      /** @param {string} script @param {string} [how] @returns {() => Promise<number>} */
      const of = (script, how) => async () => Number(await workers.call(script, { ...asked, how }));
      console.log(`  ${model}, batch ${batchSize}`);
      const candidates = {
        'tfjs model.fit': of('stock', 'fit'),
        'tfjs variableGrads and optimizer': of('stock', 'gradients'),
        'Loss Lab': of('ours'),
        'Loss Lab without statistics': async () => Number(await bare.call('ours', asked)),
      };
      // What each compiles first is not measured.
      for (const measure of Object.values(candidates)) await measure();
      await compare(candidates, { rounds: 3, unit: 'images/s' });
    }
  } finally {
    await Promise.all([workers.close(), bare.close()]);
  }
}

/**
 * Puts nothing in the place of the programs that measure a step: what is left trains and tells nothing.
 * @type {import('esbuild').Plugin}
 */
const withoutStatistics = {
  name: 'without-statistics',
  setup(build) {
    const stubs = {
      statistics: `
        export { squares, readSums, sumsOfParameter } from './statistics.ts?real';
        export const stepSums = () => tf.zeros([8, 1]);`,
      histogram: 'export const histogram = () => tf.zeros([512]);',
      rulers: `
        export { readMeasures, measuresCount } from './rulers.ts?real';
        export const measureImages = (backend, logits, labels, images) => tf.zeros([6, images]);`,
    };
    for (const [name, contents] of Object.entries(stubs)) {
      build.onResolve({ filter: new RegExp(`^\\./${name}\\.ts$`) }, ({ resolveDir }) =>
        resolveDir.endsWith('backend/webgl')
          ? { path: path.join(resolveDir, `${name}.ts`), namespace: 'stub', pluginData: contents }
          : undefined,
      );
    }
    build.onResolve({ filter: /\?real$/ }, ({ path: file, resolveDir }) => ({
      path: path.join(resolveDir, file.replace('?real', '')),
    }));
    build.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path: file, pluginData }) => ({
      contents: `import * as tf from '@tensorflow/tfjs-core';${pluginData}`,
      resolveDir: path.dirname(file),
      loader: 'ts',
    }));
  },
};
