import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defaultThreads } from '../platform/platform.ts';
import { startHelper } from '../platform/node/helper-thread.ts';
import { run } from './run.ts';

/* The entry of out/train.cjs: the only file here that knows the process. */

const abort = new AbortController();
// Once: a second Ctrl+C ends the process as usual.
process.once('SIGINT', () => abort.abort());

const terminal = {
  write: (text: string) => void process.stdout.write(text),
  warn: (text: string) => void process.stderr.write(text),
  isTty: process.stdout.isTTY,
  columns: () => process.stdout.columns,
};

void run(process.argv.slice(2), {
  terminal,
  root: path.join(__dirname, '..'),
  startHelper: startHelper(path.join(__dirname, '..', 'dist', 'worker.cjs')),
  threads: defaultThreads(availableParallelism()),
  language: process.env['LC_ALL'] ?? process.env['LANG'] ?? '',
  signal: abort.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
