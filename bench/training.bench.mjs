// @ts-check
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { buildWorker, readData, readWasm } from './build.mjs';
import { Job, spec } from './job.mjs';
import { optimizerOf } from './models.mjs';
import { compare } from './statistics.mjs';

export const title =
  'Training the MLP 784-128-10 on Fashion-MNIST, batch size 128, one thread a job';

/** Milliseconds that a job trains each time that it is measured. */
const turn = 250;
const unit = 'images/s';

export async function run() {
  await buildWorker();
  const data = await readData();
  const [withStatistics, without] = [await readWasm(true), await readWasm(false)];
  const adam = { ...spec, optimizer: optimizerOf('adam', 0.001) };

  console.log(' Loss Lab, gradient statistics included, against tfjs model.fit (SGD)');
  const job = await Job.paused({ spec, data, wasm: withStatistics });
  const fit = new Worker(new URL('model-fit-worker.mjs', import.meta.url));
  const modelFit = async () => {
    fit.postMessage('an epoch');
    const [speed] = await once(fit, 'message');
    return speed;
  };
  await compare(
    { 'tfjs model.fit': modelFit, 'Loss Lab': () => job.speed(turn) },
    { rounds: 9, unit },
  );
  await fit.terminate();

  console.log(' Two jobs at once, each in its worker');
  const second = await Job.paused({ spec, data, wasm: withStatistics });
  const together = async () => {
    const [one, other] = await Promise.all([job.speed(turn), second.speed(turn)]);
    return one + other;
  };
  await compare({ 'one job': () => job.speed(turn), 'two jobs': together }, { rounds: 25, unit });
  await second.end();

  console.log(' What the gradient statistics cost');
  const plain = await Job.paused({ spec, data, wasm: without });
  await compare(
    { 'SGD without': () => plain.speed(turn), 'SGD with': () => job.speed(turn) },
    { rounds: 40, unit },
  );
  await Promise.all([job.end(), plain.end()]);
  const adamWith = await Job.paused({ spec: adam, data, wasm: withStatistics });
  const adamWithout = await Job.paused({ spec: adam, data, wasm: without });
  await compare(
    { 'Adam without': () => adamWithout.speed(turn), 'Adam with': () => adamWith.speed(turn) },
    { rounds: 40, unit },
  );
  await Promise.all([adamWith.end(), adamWithout.end()]);
}
