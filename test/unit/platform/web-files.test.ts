import { describe, expect, it } from 'vitest';
import { WebFileSource } from '../../../src/platform/web/file-source.ts';
import { answerFile } from '../../../src/platform/answer-file.ts';
import { AskedFiles } from '../../../src/platform/web/asked-files.ts';
import { LossLabError } from '../../../src/error.ts';
import type { FileSource } from '../../../src/experiment/datasets/own/file-source.ts';
import { translator } from '../../../src/l10n.ts';
import { fileError, MemoryFiles } from './memory-files.ts';

const english = translator({}, 'en');

/** A worker's files, whose host is in the same thread; messages are cloned on their way. */
function asked(files: FileSource): AskedFiles {
  const worker: AskedFiles = new AskedFiles((id, question) => {
    void answerFile(structuredClone(question), files).then((answer) =>
      worker.receive(id, structuredClone(answer)),
    );
  });
  return worker;
}

async function problemOf(act: () => Promise<unknown>): Promise<string> {
  const error = await act().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof LossLabError) return english(error.reason);
  throw new Error('no LossLabError', { cause: error });
}

describe('the files of a window, asked for by a worker', () => {
  const memory = new MemoryFiles();
  memory.content.set('vfs://repo/data/dark/a b#1%.png', Uint8Array.of(1, 2, 3));
  const files = asked(new WebFileSource(memory));

  it('are listed, measured and read, many at once', async () => {
    const [entries, size, bytes] = await Promise.all([
      files.list('vfs://repo/data'),
      files.size('vfs://repo/data/dark/a b#1%.png'),
      files.read('vfs://repo/data/dark/a b#1%.png'),
    ]);
    expect(entries).toEqual([{ name: 'dark', isFolder: true }]);
    expect(size).toBe(3);
    expect([...bytes]).toEqual([1, 2, 3]);
  });

  it('say where and why they cannot be read, as in Node', async () => {
    const missing = 'vfs://repo/no: it does not exist. Correct the path';
    expect(await problemOf(() => files.read('vfs://repo/no'))).toContain(missing);
    expect(await problemOf(() => files.list('vfs://repo/no'))).toContain(missing);
    for (const [code, words] of [
      ['NoPermissions', 'it may not be read'],
      ['FileIsADirectory', 'a file is expected here'],
      ['FileNotADirectory', 'a folder is expected here'],
      ['Unavailable', 'it cannot be read (Unavailable)'],
    ] as const) {
      const failing = new MemoryFiles();
      failing.read = () => Promise.reject(fileError(code));
      const worker = asked(new WebFileSource(failing));
      expect(await problemOf(() => worker.read('vfs://repo/x'))).toContain(words);
    }
  });

  it('reject with the text of what only a bug explains', async () => {
    const broken = asked({
      list: () => Promise.reject(new TypeError('undefined is not a function')),
      size: () => Promise.resolve(0),
      read: () => Promise.resolve(new Uint8Array()),
    });
    await expect(broken.list('x')).rejects.toThrow('undefined is not a function');
  });
});
