import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunLibrary } from '../../../src/host/run-library.ts';
import type { Message } from '../../../src/l10n.ts';
import { formatBeat } from '../../../src/platform/heartbeat.ts';
import { NodeRunFiles } from '../../../src/platform/node/run-files.ts';
import { WebRunFiles } from '../../../src/platform/web/run-files.ts';
import { newRun } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { batch, epoch, identity, started } from '../make-run.ts';
import { fileError, MemoryFiles } from './memory-files.ts';

const folder = 'memory://window/runs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window on the files, which a reload leaves behind. */
function open(files: MemoryFiles, writer: string) {
  const store = new RunStore();
  const problems: Message[] = [];
  const unwritable: string[] = [];
  const library = new RunLibrary(
    store,
    new WebRunFiles(folder, files, writer),
    (problem) => problems.push(problem),
    (id) => unwritable.push(id),
  );
  return { store, library, problems, unwritable };
}

/** The restored runs of a window that is opened now. */
async function runsOf(files: MemoryFiles, writer: string): Promise<readonly Run[]> {
  const { library, store } = open(files, writer);
  await vi.advanceTimersByTimeAsync(10);
  await library.ready;
  return store.runs;
}

const passed = (milliseconds: number): Promise<unknown> =>
  vi.advanceTimersByTimeAsync(milliseconds);

const finished = { type: 'finished', wallTime: 9, step: 2, outcome: 'completed' } as const;

async function begun(files = new MemoryFiles()) {
  const window = open(files, 'first');
  await passed(10);
  await window.library.create([newRun(identity())]);
  const apply = (...events: Parameters<RunStore['apply']>[1][]): void => {
    for (const event of events) window.store.apply('a-run', event);
  };
  return { ...window, files, apply };
}

describe('runs in a browser', () => {
  it('are whole again after a reload, once they have ended', async () => {
    const { files, apply, store } = await begun();
    apply(started(), epoch(0, 0.125), batch(1, 2.5), batch(2, NaN), finished);
    await passed(3000);
    expect(files.names(`${folder}/a-run`)).toEqual([
      expect.stringMatching(/^events\.out\.tfevents\.\d+\.loss-lab\.00000$/),
      'run.json',
    ]);
    expect(await runsOf(files, 'second')).toEqual(store.runs);
  });

  it('write their events at most once a second, however many there are', async () => {
    const { files, apply } = await begun();
    apply(started());
    files.written.length = 0;
    for (let step = 1; step <= 500; step++) {
      apply(batch(step, 1));
      await passed(10);
    }
    const events = files.written.filter((file) => file.includes('events'));
    expect(events.length).toBeLessThanOrEqual(6);
    expect(events.length).toBeGreaterThanOrEqual(4);
  });

  it('write their end at once', async () => {
    const { files, apply } = await begun();
    apply(started());
    await passed(10);
    apply(batch(1, 1));
    await passed(10); // The write that waits for its second.
    apply(batch(2, 1), { ...finished, step: 2 });
    await passed(10);
    const [run] = await runsOf(files, 'second');
    expect([run?.state, run?.batches.loss]).toEqual(['completed', [1, 1]]);
  });

  it('are read once where a crash left a part that was to replace another', async () => {
    const { files, apply } = await begun();
    apply(started(), batch(1, 1), batch(2, 1));
    await passed(1500);
    const [part = ''] = files.names(`${folder}/a-run`).filter((name) => name.startsWith('events'));
    const content = files.content.get(`${folder}/a-run/${part}`) ?? new Uint8Array();
    const left = new MemoryFiles();
    for (const [file, bytes] of files.content) left.content.set(file, bytes);
    left.content.set(`${folder}/a-run/${part}.tmp`, content);
    await passed(60_000);
    const [run] = await runsOf(left, 'second');
    expect(run?.batches.loss).toEqual([1, 1]);
  });

  it('rewrite only the last part, and read as one log', async () => {
    const { files, apply, store } = await begun();
    apply(started());
    for (let step = 1; step <= 4500; step++) {
      apply(batch(step, step));
      if (step % 300 === 0) await passed(1000);
    }
    apply({ ...finished, step: 4500 });
    await passed(3000);
    const parts = files.names(`${folder}/a-run`).filter((name) => name.startsWith('events'));
    expect(parts.length).toBeGreaterThan(1);
    const [first = ''] = parts;
    const size = files.content.get(`${folder}/a-run/${first}`)?.length ?? 0;
    expect(size).toBeGreaterThanOrEqual(256 * 1024);
    const writes = files.written.filter((file) => file.includes('.00000'));
    expect(writes.length).toBeLessThan(files.written.filter((f) => f.includes('events')).length);
    const [again] = await runsOf(files, 'second');
    expect(again?.batches.loss).toEqual(store.get('a-run')?.batches.loss);
  });

  it('of another window are left alone while it lives, and found when it is gone', async () => {
    const { files, apply, library } = await begun();
    apply(started(), batch(1, 2.5));
    await passed(40_000);
    const other = open(files, 'second');
    await passed(10);
    expect(other.store.runs).toEqual([]);
    const closed = library.dispose();
    await passed(2000);
    await closed;
    const looked = other.library.refresh();
    await passed(10);
    await looked;
    expect(other.store.runs.map(({ state }) => state)).toEqual(['interrupted']);
  });

  it('of a window that was reloaded come back by themselves, without another look', async () => {
    const { files, apply } = await begun();
    apply(started(), batch(1, 2.5));
    await passed(2000);
    const left = new MemoryFiles();
    for (const [file, bytes] of files.content) left.content.set(file, bytes);
    const { store } = open(left, 'second');
    await passed(10);
    expect(store.runs).toEqual([]);
    await passed(45_000);
    expect(store.runs.map(({ state, batches }) => [state, batches.loss])).toEqual([
      ['interrupted', [2.5]],
    ]);
  });

  it('lose nothing where nothing can be written for a while, and say so once', async () => {
    const { files, apply, problems, unwritable, store } = await begun();
    apply(started(), batch(1, 1));
    await passed(2000);
    files.failure = fileError('Unavailable', 'no quota left');
    for (let step = 2; step <= 20; step++) {
      apply(batch(step, step));
      await passed(300);
    }
    expect(problems).toEqual([
      expect.objectContaining({
        args: expect.objectContaining({ cause: 'no quota left' }) as unknown,
      }),
    ]);
    expect(unwritable).toEqual(['a-run']);
    apply({ ...finished, step: 20 });
    await passed(20_000);
    files.failure = undefined;
    await passed(10_000);
    expect(await runsOf(files, 'second')).toEqual(store.runs);
    expect(files.names(`${folder}/a-run`)).toHaveLength(2);
  });

  it('that are deleted do not come back by a beat', async () => {
    const { files, apply, library, store } = await begun();
    apply(started(), batch(1, 1));
    const deleted = library.delete(store.runs);
    await passed(3000);
    await deleted;
    await passed(20_000);
    expect([...files.content.keys()]).toEqual([]);
  });

  it('that cannot be made leave nothing', async () => {
    const { files, library, store } = await begun();
    files.failure = fileError('NoPermissions');
    await expect(library.create([newRun(identity({ id: 'b-run' }))])).rejects.toThrow(
      'NoPermissions',
    );
    await passed(10_000);
    expect(store.get('b-run')).toBeUndefined();
    expect(files.names(`${folder}/b-run`)).toEqual([]);
  });
});

describe('run folders that both kinds of host share', () => {
  it('a run of a browser is read in Node, and is left alone while its window lives', async () => {
    const { files, apply, store } = await begun();
    apply(started());
    for (let step = 1; step <= 4500; step++) {
      apply(batch(step, step));
      if (step % 500 === 0) await passed(1000);
    }
    await passed(2000);
    const place = mkdtempSync(path.join(tmpdir(), 'runs-'));
    for (const name of files.names(folder)) {
      mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
      writeFileSync(path.join(place, name), files.content.get(`${folder}/${name}`) ?? '');
    }
    vi.useRealTimers();
    const beat = path.join(place, 'a-run', 'writer.beat');
    writeFileSync(beat, formatBeat({ writer: 'first' }, Date.now()));
    const [held] = await new NodeRunFiles(place).list(() => false);
    writeFileSync(beat, formatBeat({ writer: 'first' }, 0));
    const [free] = await new NodeRunFiles(place).list(() => false);
    rmSync(place, { recursive: true });
    expect(held?.otherWriter).toBe('alive');
    expect(free?.otherWriter).toBe('silent');
    expect(free?.log.length).toBeGreaterThan(256 * 1024);
    expect(store.runs).toHaveLength(1);
  });
});
