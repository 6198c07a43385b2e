// @ts-check
import { statSync } from 'node:fs';
import { buildWorker, readData, readWasm, workerFile } from './build.mjs';
import { Job, spec } from './job.mjs';
import { median } from './statistics.mjs';

export const title = 'From the creation of a worker to its first step, MLP on Fashion-MNIST';

export async function run() {
  await buildWorker();
  const train = { spec, data: await readData(), wasm: await readWasm(true) };
  const started = [];
  const firstStep = [];
  for (let round = 0; round < 7; round++) {
    const created = performance.now();
    const job = new Job(train);
    await job.first('started');
    started.push(performance.now() - created);
    await job.first('batch');
    firstStep.push(performance.now() - created);
    await job.end();
  }
  console.log(
    `  worker bundle                   ${(statSync(workerFile).size / 1e6).toFixed(2)} MB`,
  );
  console.log(`  data and weights are there      ${median(started).toFixed(0)} ms`);
  console.log(`  first step is told to the host  ${median(firstStep).toFixed(0)} ms`);
}
