import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebFileSource } from '../../../src/platform/web/file-source.ts';
import { BlobWorker } from '../../../src/platform/web/blob-worker.ts';
import type { FromWebWorker, ToWebWorker } from '../../../src/platform/worker-messages.ts';
import type { FromWorker } from '../../../src/protocol.ts';
import { MemoryFiles } from './memory-files.ts';

/** What the browser's class does of it. */
class FakeWorker extends EventTarget {
  static last: FakeWorker | undefined;
  static refuses = false;
  readonly received: ToWebWorker[] = [];
  isTerminated = false;

  constructor(readonly address: string) {
    super();
    if (FakeWorker.refuses) throw new Error('workers are forbidden here');
    FakeWorker.last = this;
  }

  postMessage(message: ToWebWorker): void {
    this.received.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: FromWebWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  fail(text: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message: text }));
  }
}

beforeEach(() => {
  FakeWorker.refuses = false;
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => void vi.unstubAllGlobals());

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function start(script: Promise<string> = Promise.resolve('blob:script')) {
  const memory = new MemoryFiles();
  memory.content.set('vfs://a/file', Uint8Array.of(7));
  const worker = new BlobWorker(script, new WebFileSource(memory));
  const said: FromWorker[] = [];
  const ended: (string | undefined)[] = [];
  worker.onMessage((message) => said.push(message));
  worker.onExit((reason) => ended.push(reason));
  return { worker, said, ended };
}

describe('BlobWorker', () => {
  it('gives what was posted before its script was read, in order', async () => {
    const { worker, said } = start();
    worker.post({ type: 'pause' });
    worker.post({ type: 'resume' });
    await turn();
    worker.post({ type: 'stop' });
    const types = FakeWorker.last?.received.map((m) => m.type === 'training' && m.message.type);
    expect(types).toEqual(['pause', 'resume', 'stop']);
    FakeWorker.last?.say({ type: 'training', message: { type: 'reading', done: 1, total: 2 } });
    expect(said).toEqual([{ type: 'reading', done: 1, total: 2 }]);
  });

  it('answers what the worker asks of files', async () => {
    start();
    await turn();
    FakeWorker.last?.say({ type: 'ask', id: 4, question: { of: 'read', path: 'vfs://a/file' } });
    await turn();
    expect(FakeWorker.last?.received).toEqual([
      { type: 'file', id: 4, answer: { ok: true, value: Uint8Array.of(7) } },
    ]);
  });

  it.each([
    ['ends by itself', (worker: FakeWorker) => worker.say({ type: 'ended' }), undefined],
    ['throws', (worker: FakeWorker) => worker.fail('out of memory'), 'out of memory'],
  ])('says once that a worker is gone that %s', async (_, act, reason) => {
    const { worker, ended } = start();
    await turn();
    if (FakeWorker.last) act(FakeWorker.last);
    await worker.terminate();
    expect(ended).toEqual([reason]);
    expect(FakeWorker.last?.isTerminated).toBe(true);
  });

  it('is gone with the reason where its script cannot be read or no worker may start', async () => {
    const unread = start(Promise.reject(new Error('no such file')));
    await turn();
    FakeWorker.refuses = true;
    const refused = start();
    await turn();
    expect([unread.ended, refused.ended]).toEqual([
      ['no such file'],
      ['workers are forbidden here'],
    ]);
  });

  it('that was terminated before it began never begins', async () => {
    FakeWorker.last = undefined;
    const { worker, ended } = start();
    await worker.terminate();
    await turn();
    expect(FakeWorker.last).toBeUndefined();
    expect(ended).toEqual([undefined]);
  });
});
