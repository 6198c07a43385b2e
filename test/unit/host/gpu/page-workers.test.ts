import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PageWorkers } from '../../../../src/host/gpu/page-workers.ts';
import type { PageWorker } from '../../../../src/host/gpu/page-worker.ts';
import type { FromWorker, ToPageWorker } from '../../../../src/protocol.ts';
import { pack, unpack } from '../../../../src/run/packed.ts';
import { MemoryFiles } from '../../datasets/own/files.ts';

const script = Uint8Array.of(1, 2, 3);

function setUp(readScript = (): Promise<Uint8Array> => Promise.resolve(script)) {
  const sent: ToPageWorker[] = [];
  const lost: (readonly PageWorker[])[] = [];
  let opened = 0;
  const files = new MemoryFiles({ 'a.csv': Uint8Array.of(120) });
  const workers = new PageWorkers(
    readScript,
    files,
    () => (opened += 1),
    (gone) => lost.push(gone),
  );
  const post = (message: ToPageWorker): void => void sent.push(structuredClone(message));
  return { workers, sent, lost, post, opened: () => opened };
}

/** What a worker was told, by the page. */
const told = (sent: readonly ToPageWorker[]): unknown[] =>
  sent.map((message) => (message.type === 'to-worker' ? unpack(message.message) : message.type));

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a worker in the page hears and is heard, NaN and bytes included', async () => {
  const { workers, sent, post } = setUp();
  workers.attach('a', post);
  const worker = workers.start();
  const heard: FromWorker[] = [];
  worker.onMessage((message) => heard.push(message));
  await settled();
  worker.post({ type: 'pause' });
  expect(sent[0]).toEqual({ type: 'start-worker', id: 1, script: script.buffer });
  expect(told(sent).slice(1)).toEqual([{ type: 'training', message: { type: 'pause' } }]);
  const said: FromWorker = {
    type: 'predicted',
    epoch: NaN,
    logits: Float32Array.of(NaN, 0.5),
  };
  const message = pack({ type: 'training', message: said });
  workers.receive({ type: 'from-worker', id: 1, message });
  expect(heard).toEqual([said]);
});

test('what is said to a worker before its page is there waits for it', async () => {
  const { workers, sent, post, opened } = setUp();
  const worker = workers.start();
  expect(opened()).toBe(1);
  await settled();
  worker.post({ type: 'resume' });
  expect(sent).toEqual([]);
  workers.attach('a', post);
  expect(told(sent)).toEqual(['start-worker', { type: 'training', message: { type: 'resume' } }]);
});

test('a page that does not come within 20 s ends its workers, with the reason', async () => {
  const { workers } = setUp();
  const reasons: unknown[] = [];
  workers.start().onExit((reason) => reasons.push(reason));
  await vi.advanceTimersByTimeAsync(19_999);
  expect(reasons).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(reasons).toEqual(['the panel did not open']);
});

test('with its page a worker is lost, which is for others to tell it', () => {
  const { workers, lost, post } = setUp();
  workers.attach('a', post);
  const worker = workers.start();
  const reasons: unknown[] = [];
  worker.onExit((reason) => reasons.push(reason));
  workers.detach();
  expect(lost).toEqual([[worker]]);
  expect(reasons).toEqual([]);
  expect(workers.isThere).toBe(false);
});

test('a page that is loaded anew has none of the workers of the one before', () => {
  const { workers, lost, post } = setUp();
  workers.attach('a', post);
  const worker = workers.start();
  workers.attach('a', post); // It asks for the runs again.
  expect(lost).toEqual([]);
  workers.attach('b', post);
  expect(lost).toEqual([[worker]]);
});

test('a worker that fails in the page, or whose script cannot be read, ends with the reason', async () => {
  const { workers, post } = setUp();
  workers.attach('a', post);
  const reasons: unknown[] = [];
  workers.start().onExit((reason) => reasons.push(reason));
  workers.receive({ type: 'worker-gone', id: 1, reason: 'out of memory' });
  workers.receive({ type: 'worker-gone', id: 1, reason: 'again' });
  const broken = setUp(() => Promise.reject(new Error('no such file')));
  broken.workers.attach('a', post);
  broken.workers.start().onExit((reason) => reasons.push(reason));
  await settled();
  expect(reasons).toEqual(['out of memory', 'no such file']);
});

test('a worker that asks for a file is answered, and one that has ended is ended in the page', async () => {
  const { workers, sent, post } = setUp();
  workers.attach('a', post);
  const worker = workers.start();
  const exits: unknown[] = [];
  worker.onExit((reason) => exits.push(reason));
  await settled();
  const ask = { type: 'ask', id: 7, question: { of: 'size', path: 'a.csv' } };
  workers.receive({ type: 'from-worker', id: 1, message: pack(ask) });
  await settled();
  expect(told(sent).at(-1)).toEqual({ type: 'file', id: 7, answer: { ok: true, value: 1 } });
  workers.receive({ type: 'from-worker', id: 1, message: pack({ type: 'ended' }) });
  expect(sent.at(-1)).toEqual({ type: 'end-worker', id: 1 });
  expect(exits).toEqual([undefined]);
  worker.post({ type: 'pause' });
  expect(sent.at(-1)).toEqual({ type: 'end-worker', id: 1 });
});
