// @ts-check
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const guard = fileURLToPath(new URL('guard.mjs', import.meta.url));

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

/**
 * Starts a server and waits until it answers.
 * @param {string} url where it will be
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<() => Promise<void>>} ends it and all that it started
 */
export async function startServer(url, command, args, env) {
  // A process group of its own: the server's children end with it, and nothing else does.
  const server = spawn(process.execPath, [guard, command, ...args], { env, detached: true });
  const output = collect(server);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    signalGroup(server, 'SIGTERM');
    await Promise.race([ended, sleep(STOP_TIMEOUT_MS, undefined, { ref: false })]);
    signalGroup(server, 'SIGKILL');
  };
  try {
    await answers(`${url}healthz`, server);
    return stop;
  } catch (error) {
    await stop();
    throw new Error(`No server started on ${url}: ${output().trim()}`, { cause: error });
  }
}

/**
 * @param {number} [preferred] taken if it is free
 * @returns {Promise<number>}
 */
export function freePort(preferred = 0) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred === 0 ? reject(error) : resolve(freePort())));
    probe.listen(preferred, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : preferred));
    });
  });
}

/** The last of what a process says, for the error message if it fails. */
function collect(/** @type {ChildProcess} */ child) {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => (text = (text + chunk).slice(-2000)));
  }
  return () => text;
}

/**
 * @param {string} url
 * @param {ChildProcess} server
 */
async function answers(url, server) {
  const end = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`no answer within ${START_TIMEOUT_MS / 1000} s`);
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: the group has ended already.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
