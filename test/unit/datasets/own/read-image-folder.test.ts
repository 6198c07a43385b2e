import { describe, expect, it } from 'vitest';
import {
  wholeOwnData,
  type WrittenOwnData,
} from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  readOwnData,
  type OwnTrainingData,
} from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { ReadingCancelled, type Reading } from '../../../../src/experiment/datasets/own/reading.ts';
import { fixture, MemoryFiles, problemOf, text } from './files.ts';
import { png, values } from './images.ts';

/** `counts` grey images of each class, every one of its own value. */
function folder(counts: Readonly<Record<string, number>>): Record<string, Uint8Array> {
  let value = 0;
  const files: [string, Uint8Array][] = [];
  for (const [name, count] of Object.entries(counts))
    for (let i = 0; i < count; i++)
      files.push([`set/${name}/${String(i).padStart(2, '0')}.png`, png(4, 4, value++)]);
  return Object.fromEntries(files);
}

describe('readOwnData of an image folder', () => {
  const written: WrittenOwnData = { kind: 'image-folder', path: 'set', height: 1, width: 1 };
  const read = (
    files: Record<string, Uint8Array> | MemoryFiles,
    more: object = {},
    reading: Reading = {},
  ): Promise<OwnTrainingData> =>
    readOwnData(
      { ...wholeOwnData(written), ...more },
      files instanceof MemoryFiles ? files : new MemoryFiles(files),
      reading,
    );

  it('names classes by their folders in the order of code points, images too', async () => {
    const files = { ...folder({ b: 3, a: 2, Z: 2, '\u{1F600}': 2, '\uFFEE': 2 }) };
    const data = await read(files);
    expect(data.classNames).toEqual(['Z', 'a', 'b', '\uFFEE', '\u{1F600}']);
    const all = [...values(data.train.pixels), ...values(data.validation.pixels)];
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 11 }, (_, i) => i));
  });

  it('gives each class its share to validation, at least one image and never all', async () => {
    const counts = { a: 2, b: 3, c: 10, d: 7, e: 13 };
    const perClass = (part: OwnTrainingData['train']): number[] =>
      Object.keys(counts).map((_, label) => part.labels.filter((l) => l === label).length);
    // 0.2 · 2, 3, 10, 7 and 13 = 0.4, 0.6, 2, 1.4 and 2.6
    expect(perClass((await read(folder(counts))).validation)).toEqual([1, 1, 2, 1, 3]);
    expect(perClass((await read(folder(counts))).train)).toEqual([1, 2, 8, 6, 10]);
    const most = await read(folder(counts), { validationShare: 0.95 });
    expect(perClass(most.train)).toEqual([1, 1, 1, 1, 1]);
  });

  it('is the same for the same seed, whatever order files are listed in, and differs for another', async () => {
    const files = folder({ a: 30, b: 30 });
    const first = await read(files);
    expect(await read(Object.fromEntries(Object.entries(files).reverse()))).toEqual(first);
    expect(await read(files, { splitSeed: 2 })).not.toEqual(first);
    expect(values(first.train.pixels)).toEqual(values(first.train.pixels).sort((a, b) => a - b));
  });

  it('leaves alone what is hidden or no image', async () => {
    const data = await read({
      ...folder({ a: 2, b: 2 }),
      'set/.DS_Store': text('x'),
      'set/notes.txt': text('x'),
      'set/.git/x.png': text('x'),
      'set/__MACOSX/a.png': text('x'),
      'set/a/Thumbs.db': text('x'),
      'set/a/._0.png': text('x'),
      'set/a/more/0.png': text('x'),
    });
    expect(data.classNames).toEqual(['a', 'b']);
    expect(data.train.count + data.validation.count).toBe(4);
  });

  it('reads PNG and JPEG, grey and colour, side by side', async () => {
    const files = {
      'set/a/0.png': fixture('png/colour-8.png'),
      'set/a/1.PNG': fixture('png/grey-16.png'),
      'set/b/0.jpg': fixture('jpeg/full-chroma.jpg'),
      'set/b/1.JPEG': fixture('jpeg/grey.jpg'),
    };
    expect((await read(files)).train).toMatchObject({ height: 1, width: 1, channels: 1 });
    const colour = await read(files, { grey: false, height: 3, width: 2 });
    expect(colour.train).toMatchObject({ height: 3, width: 2, channels: 3 });
    expect(colour.train.pixels.length).toBe(colour.train.count * 18);
  });

  it.each([
    ['no folder', { other: text('x') }, 'set: it has no subfolder.'],
    ['one class', folder({ a: 3 }), 'set: there is only one class'],
    ['a class of one image', folder({ a: 3, b: 1 }), 'set: the class “b” has only one image'],
    [
      'a folder without images',
      { ...folder({ a: 3 }), 'set/b/x.txt': text('x') },
      'set/b: this folder holds no PNG',
    ],
    [
      'an empty image',
      { ...folder({ a: 3, b: 3 }), 'set/b/07.png': text('') },
      'set/b/07.png: the image is empty',
    ],
    [
      'what is no image',
      { ...folder({ a: 3, b: 3 }), 'set/b/07.png': text('x') },
      'set/b/07.png: it is neither PNG nor JPEG',
    ],
  ])('refuses %s', async (_, files, problem) => {
    expect(await problemOf(() => read(files))).toContain(problem);
  });

  it('names an image that is damaged', async () => {
    const cut = fixture('png/colour-8.png').subarray(0, 60);
    const files = { ...folder({ a: 3, b: 3 }), 'set/b/07.png': cut };
    expect(await problemOf(() => read(files))).toMatch(
      /^set\/b\/07\.png: the image cannot be decoded/,
    );
  });

  it('refuses more than memory is allowed for, before any image is read', async () => {
    const files = new MemoryFiles(folder({ a: 10, b: 10 }));
    const big = { height: 200, width: 100, mostMegabytes: 1 };
    expect(await problemOf(() => read(files, big))).toBe(
      // 20 · 200 · 100 · 4 bytes = 1.53 MB
      'set: its pixels would take 2 MB of memory, and mostMegabytes allows 1. Use fewer or smaller images, or raise mostMegabytes.',
    );
    expect(files.reads).toEqual([]);
  });

  it('reports its progress, from none to all', async () => {
    const seen: [number, number][] = [];
    await read(folder({ a: 2, b: 2 }), {}, { onProgress: (...now) => seen.push(now) });
    expect(seen).toEqual([0, 1, 2, 3, 4].map((done) => [done, 4]));
  });

  it('stops reading once it is cancelled', async () => {
    const files = new MemoryFiles(folder({ a: 5, b: 5 }));
    const isCancelled = (): boolean => files.reads.length >= 3;
    await expect(read(files, {}, { isCancelled })).rejects.toThrow(ReadingCancelled);
    expect(files.reads.length).toBe(3);
  });
});
