import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunLibrary } from '../../../src/host/run-library.ts';
import type { AddressFiles } from '../../../src/platform/address-files.ts';
import { NodeRunFiles } from '../../../src/platform/node/run-files.ts';
import type { RunFiles } from '../../../src/platform/run-files.ts';
import { WebRunFiles } from '../../../src/platform/web/run-files.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { RunStore } from '../../../src/run/store.ts';
import { batch, identity, started } from '../make-run.ts';
import { fileError } from './memory-files.ts';

/* A folder of a workspace that a window with Node and one in a browser have open. */

let folder: string;
const open: RunLibrary[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'runs-'));
  // What is written and read takes real time.
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'] });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((library) => library.dispose()));
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

/** The disk as a browser's window has it. */
const disk: AddressFiles = {
  list: (at) =>
    attempt(() =>
      readdirSync(at, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        isFolder: entry.isDirectory(),
      })),
    ),
  size: (file) => attempt(() => readFileSync(file).length),
  read: (file) => attempt(() => readFileSync(file)),
  write: (file, bytes) =>
    attempt(() => {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }),
  rename: (from, to) => attempt(() => renameSync(from, to)),
  remove: (address) => attempt(() => rmSync(address, { recursive: true })),
};

// eslint-disable-next-line @typescript-eslint/require-await -- so that what is thrown rejects
async function attempt<T>(act: () => T): Promise<T> {
  try {
    return act();
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? fileError('FileNotFound')
      : error;
  }
}

const inNode = (): RunFiles => new NodeRunFiles(folder);
const inBrowser = (): RunFiles => new WebRunFiles(folder, disk, 'a window');

async function window(files: RunFiles) {
  const store = new RunStore();
  const library = new RunLibrary(store, files, () => undefined, () => undefined); // prettier-ignore
  open.push(library);
  await library.ready;
  /** What it shows after another look. */
  const look = async (): Promise<string[]> => {
    await library.refresh();
    return store.runs.map(({ state }) => state);
  };
  return { store, library, look };
}

/** A window that trains; its timers are those that are faked. */
async function training(files: RunFiles) {
  const { store, library } = await window(files);
  await library.create([newRun(identity())]);
  for (const event of [started(), batch(1, 2.5)]) store.apply('a-run', event);
  return { store, library };
}

/** Every beat that is due is written before time goes on. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await vi.advanceTimersByTimeAsync(1000);
}

/** The events and run.json alone: a browser writes a second after it wrote before. */
async function written(): Promise<void> {
  const names = (): string[] => readdirSync(path.join(folder, 'a-run'));
  await vi.waitFor(() => expect(names()).toHaveLength(2), { timeout: 10_000 });
}

describe.each([
  ['Node', 'a browser', inNode, inBrowser],
  ['a browser', 'Node', inBrowser, inNode],
])('a run that %s writes and %s sees', (_writes, _reads, writes, reads) => {
  it('is left alone while it is trained, and found whole when it has ended', async () => {
    const { store } = await training(writes());
    const { look, store: found } = await window(reads());
    for (let minute = 0; minute < 3; minute++) {
      expect(await look()).toEqual([]);
      await pass(60);
    }
    store.apply('a-run', { type: 'finished', wallTime: 9, step: 1, outcome: 'completed' });
    await written();
    expect(await look()).toEqual(['completed']);
    expect(found.get('a-run')?.batches.loss).toEqual([2.5]);
  });

  it('is interrupted half a minute after its writer has crashed', async () => {
    await training(writes());
    const { look } = await window(reads());
    vi.clearAllTimers(); // What a process that was killed does: nothing more.
    await pass(19);
    expect(await look()).toEqual([]);
    await pass(2);
    expect(await look()).toEqual([]);
    await pass(10);
    expect(await look()).toEqual(['interrupted']);
  });

  it('is interrupted at once for a window that is opened later', async () => {
    await training(writes());
    vi.clearAllTimers();
    await pass(21);
    expect(await (await window(reads())).look()).toEqual(['interrupted']);
  });

  it('is no longer interrupted when its writer goes on after an hour of sleep', async () => {
    const { store } = await training(writes());
    vi.setSystemTime(Date.now() + 3_600_000);
    const { look } = await window(reads());
    expect(await look()).toEqual(['interrupted']);
    expect(await look()).toEqual(['interrupted']);
    await pass(5);
    expect(await look()).toEqual([]);
    store.apply('a-run', batch(2, 1.5));
    store.apply('a-run', { type: 'finished', wallTime: 9, step: 2, outcome: 'completed' });
    await written();
    expect(await look()).toEqual(['completed']);
  });
});
