import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import type { Checkpoint } from '../../../src/run/checkpoint/checkpoint.ts';
import { encodeCheckpoint } from '../../../src/run/checkpoint/codec.ts';
import { continuationOf, continuing, epochsLeft } from '../../../src/run/continue.ts';
import type { Outcome, RunEvent } from '../../../src/run/event.ts';
import { LogWriter } from '../../../src/run/log/writer.ts';
import type { Run } from '../../../src/run/run.ts';
import { MemoryFile } from '../log/memory-file.ts';
import { batch, epoch, identity, runOf, started } from '../make-run.ts';

const history = { best: 1, bestEpoch: 1, mark: 1, markEpoch: 1 };
const checkpoint = (of: number): Checkpoint => ({
  epoch: of,
  step: of * 157,
  tensors: new Map(),
  order: Uint32Array.of(0),
  random: {},
  validation: history,
});
const bytes = (of: number): Uint8Array => encodeCheckpoint(checkpoint(of));

const paused = { type: 'paused', wallTime: 1002, step: 157 } as const;
const events: readonly RunEvent[] = [
  started(),
  epoch(0, 0.125),
  batch(1, 2.5),
  epoch(1, 0.5),
  paused,
  { ...paused, type: 'resumed' },
  batch(158, 2),
  epoch(2, 0.75),
  batch(315, 1.5),
];

function setUp(outcome: Outcome, checkpoints: Partial<Record<'last' | 'best', Uint8Array>>) {
  const end = { type: 'finished', wallTime: 1010, step: 315, outcome } as const;
  const file = new MemoryFile();
  void new LogWriter(file, 'run').appendAll([...events, end]); // A file in memory takes it at once.
  const run = runOf([...events, end], identity({}, { epochs: 5 }));
  const given = Object.entries(checkpoints) as ['last' | 'best', Uint8Array][];
  const folder = { path: '/runs/a-run', log: file.bytes, checkpoints: new Map(given), outputs };
  return { run, folder, file };
}

/** After each of three epochs, as if the run had got further than its checkpoint. */
const outputs = new Map(
  ['labels.npy', 'rows.json', 'epoch-0000.npy', 'epoch-0001.npy', 'epoch-0002.npy'].map((name) => [
    name,
    Uint8Array.of(name.length),
  ]),
);

const next = (run: Run, folder: Parameters<typeof continuationOf>[1]): Run =>
  continuing(continuationOf(run, folder), 7, new Date(0), () => 0, translator({}, 'en'));

describe('A continuation', () => {
  it('begins with all events up to the end of the epoch of the last checkpoint', () => {
    const { run, folder } = setUp('stopped', { last: bytes(2), best: bytes(1) });
    const { from, past } = continuationOf(run, folder);
    expect(from).toEqual(checkpoint(2));
    expect(past.events).toEqual(events.slice(0, -1));
    expect([...past.checkpoints.keys()]).toEqual(['last', 'best']);
  });

  it('is a new run that waits, with the old curve in it; the old run is as it was', () => {
    const { run, folder } = setUp('stopped', { last: bytes(2) });
    const before = structuredClone(run);
    const after = next(run, folder);
    expect(after.state).toBe('queued');
    expect(after.step).toBe(314);
    expect(after.batches.loss).toEqual([2.5, 2]);
    expect(after.identity.spec.epochs).toBe(7);
    expect(after.identity.continues).toEqual({ id: 'a-run', epoch: 2 });
    expect(run).toEqual(before);
  });

  it('begins with the outputs up to the epoch of its checkpoint', () => {
    const { run, folder } = setUp('stopped', { last: bytes(1) });
    expect([...continuationOf(run, folder).past.outputs.keys()]).toEqual([
      'labels.npy',
      'rows.json',
      'epoch-0000.npy',
      'epoch-0001.npy',
    ]);
  });

  it('of a diverged run goes on from its best epoch', () => {
    const { run, folder } = setUp('diverged', { last: bytes(2), best: bytes(1) });
    const { from, past } = continuationOf(run, folder);
    expect(from.epoch).toBe(1);
    expect(past.events).toEqual(events.slice(0, 4));
    expect(past.checkpoints.get('last')).toEqual(bytes(1));
  });

  it('leaves a best checkpoint behind that is of a later epoch', () => {
    const { run, folder } = setUp('interrupted', { last: bytes(1), best: bytes(2) });
    expect([...continuationOf(run, folder).past.checkpoints.keys()]).toEqual(['last']);
  });

  it('presets what was left, or as many epochs again', () => {
    const { run, folder } = setUp('stopped', { last: bytes(2) });
    expect(epochsLeft(continuationOf(run, folder))).toBe(3);
    run.identity = { ...run.identity, spec: { ...run.identity.spec, epochs: 2 } };
    expect(epochsLeft(continuationOf(run, folder))).toBe(2);
  });

  it.each([
    ['without a checkpoint', 'stopped', {}, 'has no checkpoint'],
    ['that diverged at once', 'diverged', { last: bytes(1) }, 'has no checkpoint'],
    ['with a damaged one', 'stopped', { last: bytes(2).subarray(0, 50) }, '/runs/a-run/checkpoint-last.safetensors cannot be used'],
    ['whose log does not reach it', 'stopped', { last: bytes(3) }, 'ends before epoch 3'],
  ] as const)('of a run %s is refused with the reason', (_, outcome, checkpoints, reason) => {
    const { run, folder } = setUp(outcome, checkpoints);
    expect(() => continuationOf(run, folder)).toThrow(reason);
  }); // prettier-ignore
});

describe('A log that begins with many events', () => {
  it('is what it would be event by event, in one write', async () => {
    const [one, all] = [new MemoryFile(), new MemoryFile()];
    const writer = new LogWriter(one, 'run');
    for (const event of events) await writer.append(event);
    await new LogWriter(all, 'run').appendAll(events);
    expect(all.bytes).toEqual(one.bytes);
    expect(all.writes).toBe(1);
  });
});
