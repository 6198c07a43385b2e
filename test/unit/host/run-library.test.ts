import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunLibrary } from '../../../src/host/run-library.ts';
import type { Message } from '../../../src/l10n.ts';
import { formatBeat } from '../../../src/platform/heartbeat.ts';
import { NodeRunFiles } from '../../../src/platform/node/run-files.ts';
import { thisProcess } from '../../../src/platform/node/this-process.ts';
import type { RunFiles } from '../../../src/platform/run-files.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { epochName, readOutputs } from '../../../src/run/outputs/files.ts';
import type { Outputs } from '../../../src/run/outputs/outputs.ts';
import { RunStore } from '../../../src/run/store.ts';
import { batch, epoch, identity, runOf, started } from '../make-run.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'runs-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function open(files: RunFiles = new NodeRunFiles(folder)) {
  const store = new RunStore();
  const problems: Message[] = [];
  const unwritable: string[] = [];
  const library = new RunLibrary(
    store,
    files,
    (problem) => problems.push(problem),
    (id) => unwritable.push(id),
  );
  await library.ready;
  return { store, library, problems, unwritable };
}

const eventFile = () => {
  const run = path.join(folder, 'a-run');
  return path.join(run, readdirSync(run).find((file) => file.startsWith('events')) ?? '');
};

/** As if another process were the one that writes the run. */
function writeBeatOf(pid: number): void {
  const beat = formatBeat({ ...thisProcess, pid }, Date.now());
  writeFileSync(path.join(folder, 'a-run', 'writer.beat'), beat);
}

/** A run whose process died after the third batch: nothing was closed. (All numbers are float32.) */
async function crash() {
  const { store, library } = await open();
  await library.create([newRun(identity())]);
  for (const event of [started(), epoch(0, 0.125), batch(1, 2.5), batch(2, NaN), batch(3, 1.5)])
    store.apply('a-run', event);
  writeBeatOf(999_999_999);
  return store.get('a-run');
}

describe('RunLibrary', () => {
  it('finds every point of a run after a crash, and calls it interrupted', async () => {
    const before = await crash();
    const { store, problems } = await open();
    const after = store.get('a-run');
    expect(after).toEqual({ ...before, state: 'interrupted' });
    expect(problems).toEqual([]);
  });

  it('keeps what is whole of a run whose last record was cut off, and says so', async () => {
    await crash();
    const file = eventFile();
    truncateSync(file, readFileSync(file).length - 3);
    const run = (await open()).store.get('a-run');
    expect(run?.batches.loss).toEqual([2.5, NaN]);
    expect(run?.reason?.text).toMatch('ends in the middle of a record');
  });

  it('leaves a run alone that another living process is writing', async () => {
    await crash();
    writeBeatOf(process.ppid);
    expect((await open()).store.runs).toEqual([]);
  });

  it('restores a finished run as it was', async () => {
    const { store, library } = await open();
    await library.create([newRun(identity())]);
    for (const event of [started(), batch(1, 2)]) store.apply('a-run', event);
    store.apply('a-run', { type: 'finished', wallTime: 2000, step: 1, outcome: 'completed' });
    expect((await open()).store.get('a-run')).toEqual(store.get('a-run'));
    expect(readdirSync(path.join(folder, 'a-run'))).toHaveLength(2);
  });

  it('tells of a folder from elsewhere and reads the others', async () => {
    await crash();
    mkdirSync(path.join(folder, 'foreign'));
    writeFileSync(path.join(folder, 'foreign', 'run.json'), '{"hello": 1}');
    mkdirSync(path.join(folder, 'not-a-run'));
    const { store, problems } = await open();
    expect(store.runs.map((run) => run.identity.id)).toEqual(['a-run']);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.args?.['folder']).toBe(path.join(folder, 'foreign'));
  });

  it('renames on disk and deletes from it', async () => {
    await crash();
    const first = await open();
    const run = first.store.get('a-run');
    if (run === undefined) throw new Error('The run is missing.');
    await first.library.rename(run, 'Mine');
    const second = await open();
    expect(second.store.get('a-run')?.identity.name).toBe('Mine');
    await second.library.delete(second.store.runs);
    expect(second.store.runs).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a colour on disk, for the runs of a group alike', async () => {
    const { store, library } = await open();
    const seeds = ['seed-1', 'seed-2'].map((id) => newRun(identity({ id, group: 'seeds' })));
    await library.create([newRun(identity()), ...seeds]);
    await library.recolour(store.pick(['seed-2']), 'run5');
    await library.dispose();
    const again = await open();
    const colours = again.store
      .pick(['a-run', 'seed-1', 'seed-2'])
      .map((run) => run.identity.colour);
    expect(colours).toEqual([undefined, 'run5', 'run5']);
  });

  const checkpoint = (epoch: number, ...kinds: ('last' | 'best')[]) => {
    const bytes = Uint8Array.of(epoch);
    return { type: 'checkpoint', epoch, kinds, bytes } as const;
  };
  const filesOf = (id: string) =>
    readdirSync(path.join(folder, id)).filter((file) => file.startsWith('checkpoint'));
  const read = (kind: string) => [
    ...readFileSync(path.join(folder, 'a-run', `checkpoint-${kind}.safetensors`)),
  ];

  it('keeps the last checkpoint and the best beside the log, and nothing half written', async () => {
    const { store, library } = await open();
    const run = newRun(identity());
    await library.create([run]);
    await library.keepCheckpoint(run, checkpoint(1, 'last', 'best'));
    await library.keepCheckpoint(run, checkpoint(2, 'last'));
    expect(filesOf('a-run')).toEqual([
      'checkpoint-best.safetensors',
      'checkpoint-last.safetensors',
    ]);
    expect([read('last'), read('best')]).toEqual([[2], [1]]);
    expect((await open()).problems).toEqual([]);
    await library.delete(store.runs);
    await library.keepCheckpoint(run, checkpoint(3, 'last'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends with what was given last, and with nothing of a run that is deleted meanwhile', async () => {
    const { store, library } = await open();
    const run = newRun(identity());
    await library.create([run]);
    const kept = [1, 2, 3].map((epoch) => library.keepCheckpoint(run, checkpoint(epoch, 'last')));
    expect(await library.files.readCheckpoint('a-run', 'last')).toEqual(Buffer.of(3));
    await Promise.all(kept);
    const writing = [
      library.keepCheckpoint(run, checkpoint(4, 'last')),
      library.keepOutputs(run, outputs(4)),
    ];
    await library.delete(store.runs);
    await Promise.all(writing);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps both a new name and a new colour that were given at once', async () => {
    const { library, store } = await open();
    const run = newRun(identity());
    await library.create([run]);
    await Promise.all([library.rename(run, 'Mine'), library.recolour([run], 'run5')]);
    store.apply('a-run', { type: 'finished', wallTime: 1, step: 0, outcome: 'stopped' });
    const again = (await open()).store.get('a-run')?.identity;
    expect(again).toMatchObject({ name: 'Mine', colour: 'run5' });
  });

  it('leaves no folder of runs of which one cannot be made', async () => {
    const { library, store } = await open();
    writeFileSync(path.join(folder, 'second'), 'a file, not a folder');
    const runs = ['first', 'second'].map((id) => newRun(identity({ id })));
    await expect(library.create(runs)).rejects.toThrow('cannot be written');
    expect(store.runs).toEqual([]);
    expect(existsSync(path.join(folder, 'first'))).toBe(false);
  });

  it('finds no run of its own on disk while it is made', async () => {
    const { library, store } = await open();
    const made = library.create([newRun(identity())]);
    await Promise.all([made, library.refresh()]);
    expect(store.runs.map(({ state }) => state)).toEqual(['queued']);
  });

  it('says once that the disk takes no checkpoint, keeps the one before, and goes on', async () => {
    const { library, problems, unwritable } = await open();
    const run = newRun(identity());
    await library.create([run]);
    await library.keepCheckpoint(run, checkpoint(1, 'last'));
    // A folder where the temporary file would go: no write succeeds.
    const blocked = path.join(folder, 'a-run', 'checkpoint-last.safetensors.tmp');
    mkdirSync(path.join(blocked, 'in-the-way'), { recursive: true });
    await library.keepCheckpoint(run, checkpoint(2, 'last'));
    await library.keepCheckpoint(run, checkpoint(3, 'last'));
    expect(problems.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The checkpoint of “\{name\}” cannot be written/),
    ]);
    expect(unwritable).toEqual([]);
    expect(read('last')).toEqual([1]);
    rmSync(blocked, { recursive: true });
    await library.keepCheckpoint(run, checkpoint(4, 'last'));
    expect(read('last')).toEqual([4]);
    mkdirSync(path.join(blocked, 'in-the-way'), { recursive: true });
    await library.keepCheckpoint(run, checkpoint(5, 'last'));
    expect(problems).toHaveLength(2);
  });

  const outputsOf = (epoch: number) =>
    new Map([
      ['labels.npy', Uint8Array.of(0)],
      [epochName(epoch), Uint8Array.of(epoch)],
    ]);
  const outputs = (epoch: number): Outputs => ({
    ...{ epoch, classes: 2, stride: 1, labelsPerImage: 1 },
    logits: Float32Array.of(epoch, 0),
    labels: Uint8Array.of(1),
  });

  it('keeps the outputs of epochs in a folder of the run, until it is deleted', async () => {
    const { store, library, problems } = await open();
    const run = newRun(identity());
    await library.create([run]);
    await library.keepOutputs(run, outputs(0));
    await library.keepOutputs(run, outputs(3));
    expect(readdirSync(path.join(folder, 'a-run', 'outputs'))).toEqual([
      'epoch-0000.npy',
      'epoch-0003.npy',
      'labels.npy',
      'rows.json',
    ]);
    const { logits } = readOutputs(
      await library.files.readOutputs('a-run', ['epoch-0003.npy', 'labels.npy', 'rows.json']),
      3,
      'outputs',
    );
    expect([...new Float32Array(new Uint8Array(logits).buffer)]).toEqual([3, 0]);
    expect(problems).toEqual([]);
    await library.delete(store.runs);
    await library.keepOutputs(run, outputs(4));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells the end of a run once its outputs are written, and each point at once', async () => {
    const files = new NodeRunFiles(folder);
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const write = files.writeOutputs.bind(files);
    files.writeOutputs = (...what) => held.then(() => write(...what));
    const { store, library } = await open(files);
    await library.create([newRun(identity())]);
    const run = store.runs[0] ?? expect.fail('There is no run');
    for (const event of [started(), batch(1, 2)]) store.apply('a-run', event);
    const kept = library.keepOutputs(run, outputs(0));
    store.apply('a-run', { type: 'finished', wallTime: 2000, step: 1, outcome: 'completed' });
    const asAfterACrash = async () => {
      writeFileSync(path.join(folder, 'a-run', 'writer.pid'), '999999999');
      return (await open()).store.get('a-run');
    };
    const before = await asAfterACrash();
    expect([before?.state, before?.batches.loss]).toEqual(['interrupted', [2]]);
    goOn();
    await kept;
    await library.written(run);
    expect((await open()).store.get('a-run')?.state).toBe('completed');
    expect(readdirSync(path.join(folder, 'a-run', 'outputs'))).toContain('epoch-0000.npy');
  });

  it('says once that the disk takes no outputs, leaves the epoch out, and goes on', async () => {
    const { library, problems, unwritable } = await open();
    const run = newRun(identity());
    await library.create([run]);
    // A file where the folder would go.
    const blocked = path.join(folder, 'a-run', 'outputs');
    writeFileSync(blocked, '');
    await library.keepOutputs(run, outputs(0));
    await library.keepOutputs(run, outputs(1));
    expect(problems.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^The outputs of “\{name\}” cannot be written/),
    ]);
    expect(unwritable).toEqual([]);
    rmSync(blocked);
    await library.keepOutputs(run, outputs(2));
    expect(readdirSync(blocked)).toEqual(['epoch-0002.npy', 'labels.npy', 'rows.json']);
  });

  it('gives a run that continues another the past of that, also after a restart', async () => {
    const { store, library } = await open();
    const events = [started(), epoch(0, 0.125), batch(1, 2.5), epoch(1, 0.5)];
    const run = runOf(events, identity({ continues: { id: 'other', epoch: 1 } }));
    const checkpoints = new Map([['last', Uint8Array.of(9)]] as const);
    await library.createContinuing(run, { events, checkpoints, outputs: outputsOf(1) });
    expect(readdirSync(path.join(folder, 'a-run', 'outputs'))).toEqual([
      'epoch-0001.npy',
      'labels.npy',
    ]);
    store.apply('a-run', batch(2, 1.5));
    expect(read('last')).toEqual([9]);
    writeBeatOf(999_999_999);
    const again = (await open()).store.get('a-run');
    expect(again).toEqual({ ...store.get('a-run'), state: 'interrupted' });
    expect(again?.batches.loss).toEqual([2.5, 1.5]);
    expect(again?.identity.continues).toEqual({ id: 'other', epoch: 1 });
  });

  it('starts nothing and says where when the folder cannot be made', async () => {
    const { library, store } = await open();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file, not a folder');
    await expect(library.create([newRun(identity())])).rejects.toThrow('cannot be written');
    expect(store.runs).toEqual([]);
  });
});
