// @ts-check
import { cpus } from 'node:os';
import { buildWorker, readData, readWasm } from './build.mjs';
import { Job } from './job.mjs';
import { modelNames, specOf } from './models.mjs';
import { howToGetPyTorch, Peer } from './peer.mjs';
import { compare } from './statistics.mjs';

export const title =
  'MLP, CNN, ResNet and U-Net by Adam beside PyTorch on the CPU (Loss Lab: gradient statistics, histograms and every loss included)';

/** Milliseconds that each trains when it is measured. */
const turn = 500;
const layouts = ['contiguous', 'channels_last'];

export async function run() {
  const peer = Peer.start();
  console.log(peer ? ` ${await peer.answer()}` : ` ${howToGetPyTorch}`);
  await buildWorker();
  const [data, wasm] = [await readData(), await readWasm(true)];
  const threads = [...new Set([1, Math.min(2, cpus().length)])];
  for (const model of modelNames) {
    console.log(` ${model}`);
    const job = await Job.paused({ spec: specOf(model), data, wasm });
    /** @type {Record<string, () => Promise<number>>} */
    const candidates = {};
    for (const count of threads) {
      candidates[`Loss Lab, ${count} thread${count > 1 ? 's' : ''}`] = () => {
        job.setThreads(count);
        return job.speed(turn);
      };
    }
    for (const count of peer ? threads : []) {
      for (const layout of layouts) {
        const question = { speed: model, threads: count, layout, seconds: turn / 1000 };
        candidates[`PyTorch, ${count} thread${count > 1 ? 's' : ''}, ${layout}`] = () =>
          peer?.ask(question);
      }
    }
    const measured = await compare(candidates, { rounds: 9, unit: 'images/s' });
    if (peer) report(measured);
    await job.end();
  }
  peer?.end();
}

/** Best against best. @param {Record<string, number>} medians */
function report(medians) {
  /** @param {string} of */
  const best = (of) =>
    Math.max(...Object.entries(medians).flatMap(([name, it]) => (name.startsWith(of) ? [it] : [])));
  const ratio = best('Loss Lab') / best('PyTorch');
  console.log(`  the best of Loss Lab against the best of PyTorch: ${ratio.toFixed(2)}`);
}
