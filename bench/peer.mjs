// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

const python = process.env['PYTHON'] ?? 'python3';

/** How to get the peer, which a bench installs by itself for nobody. */
export const howToGetPyTorch =
  'PyTorch is missing: python3 -m venv out/peer && out/peer/bin/pip install torch numpy, then PYTHON=out/peer/bin/python npm run bench -- …';

/** bench/peer-pytorch.py, which answers a line of JSON with a line of JSON. */
export class Peer {
  /** Where the Python at hand has PyTorch. */
  static start() {
    const { status } = spawnSync(python, ['-c', 'import torch, numpy']);
    return status === 0 ? new Peer() : undefined;
  }

  constructor() {
    const script = new URL('peer-pytorch.py', import.meta.url).pathname;
    // Settings for old builds of OpenBLAS would slow a current one down.
    const { OPENBLAS_CORETYPE, OPENBLAS_L2_SIZE, ...env } = process.env;
    this.process = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'], env });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  /** @returns {Promise<any>} */
  async answer() {
    const { value, done } = await this.lines.next();
    if (done) throw new Error('bench/peer-pytorch.py ended');
    return JSON.parse(value);
  }

  /** @param {object} question @returns {Promise<any>} */
  ask(question) {
    this.process.stdin.write(`${JSON.stringify(question)}\n`);
    return this.answer();
  }

  end() {
    this.process.stdin.end();
  }
}
