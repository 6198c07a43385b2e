// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { buildWorker, readData, readWasm } from './build.mjs';
import { Job, spec } from './job.mjs';
import { compare } from './statistics.mjs';

export const title =
  'MLP and CNN by Adam, batch size 128, beside PyTorch on the CPU (Loss Lab: 1 thread, statistics and validation included)';

/** Milliseconds that each trains when it is measured. */
const turn = 400;
const python = process.env['PYTHON'] ?? 'python3';

export async function run() {
  const peer = Peer.start();
  if (!peer)
    console.log(' PyTorch is missing: python3 -m venv out/peer && out/peer/bin/pip install torch, then PYTHON=out/peer/bin/python npm run bench -- peer'); // prettier-ignore
  else console.log(` ${await peer.answer()}`);
  await buildWorker();
  const [data, wasm] = [await readData(), await readWasm(true)];
  const optimizer = { name: 'adam', learningRate: 0.001 };
  for (const model of ['mlp', 'cnn']) {
    console.log(` ${model}`);
    const job = await Job.paused({ spec: { ...spec, model, optimizer }, data, wasm });
    /** @type {Record<string, () => Promise<number>>} */
    const candidates = { 'Loss Lab': () => job.speed(turn) };
    if (peer) {
      for (const threads of [1, 2]) {
        for (const layout of ['contiguous', 'channels_last']) {
          candidates[`PyTorch, ${threads} thread${threads > 1 ? 's' : ''}, ${layout}`] = () =>
            peer.speed(`${model} ${threads} ${layout} ${turn / 1000}`);
        }
      }
    }
    await compare(candidates, { rounds: 9, unit: 'images/s' });
    await job.end();
  }
  peer?.end();
}

/** bench/peer-pytorch.py, which answers a line with a line. */
class Peer {
  /** Where the Python at hand has PyTorch. */
  static start() {
    const { status } = spawnSync(python, ['-c', 'import torch']);
    return status === 0 ? new Peer() : undefined;
  }

  constructor() {
    const script = new URL('peer-pytorch.py', import.meta.url).pathname;
    this.process = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** @returns {Promise<string>} */
  async answer() {
    const { value, done } = await this.lines.next();
    if (done) throw new Error('bench/peer-pytorch.py ended');
    return value;
  }

  /** Images/s. @param {string} training */
  async speed(training) {
    this.process.stdin.write(`${training}\n`);
    return Number(await this.answer());
  }

  end() {
    this.process.stdin.end();
  }
}
