import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  readOwnData,
  type OwnTrainingData,
} from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { idx, MemoryFiles, problemOf, text } from './files.ts';
import { imagesOf, labels, pixels, six } from './images.ts';

describe('readOwnData of IDX', () => {
  const own = wholeOwnData({ kind: 'idx', images: 'a', labels: 'b' });
  const images = idx([6, 2, 2], pixels);
  const read = (a: Uint8Array, b = idx([6], labels)): Promise<OwnTrainingData> =>
    readOwnData(own, new MemoryFiles({ a, b }));

  it('reads plain files, with classes in the order of their numbers', async () => {
    const data = await read(images);
    expect(data.classNames).toEqual(['3', '7']);
    expect(data.classes).toBe(2);
    expect(imagesOf(data)).toEqual(six);
    expect(data.train).toMatchObject({ height: 2, width: 2, channels: 1, labelsPerImage: 1 });
  });

  it('reads gzip files, by its own means or those of the platform', async () => {
    expect(imagesOf(await read(gzipSync(images), gzipSync(idx([6], labels))))).toEqual(six);
    const files = new MemoryFiles({ a: gzipSync(images), b: idx([6], labels) });
    let asked = 0;
    await readOwnData(own, files, { gunzip: () => (asked++, images) });
    expect(asked).toBe(1);
  });

  it('resizes them where another size is given', async () => {
    const files = new MemoryFiles({ a: images, b: idx([6], labels) });
    const data = await readOwnData({ ...own, height: 1, width: 1 }, files);
    expect(imagesOf(data)).toEqual(labels.map((label, i) => [String(label), 40 * i + 1.5]));
  });

  it.each([
    ['an empty file', new Uint8Array(), 'a: it is empty.'],
    [
      'another magic number',
      text('hello world'),
      'a: it is not an IDX file of unsigned bytes. Copy it anew',
    ],
    [
      'a file that is cut off',
      images.subarray(0, 30),
      'a: it is cut off, at 30 bytes instead of 40.',
    ],
    [
      'a gzip file that is cut off',
      gzipSync(images).subarray(0, 30),
      'a: this gzip file is damaged',
    ],
    [
      'images of a wrong shape',
      idx([24], pixels),
      'a: it holds an array of 24, and images are n × height',
    ],
    ['no images', idx([0, 2, 2], []), 'a: it holds an array of 0 × 2 × 2'],
    [
      'fewer images than labels',
      idx([5, 2, 2], pixels.slice(4)),
      'b: it has 6 labels for 5 images.',
    ],
  ])('refuses %s', async (_, a, problem) => {
    expect(await problemOf(() => read(a))).toContain(problem);
  });

  it('does not speak of reinstalling Loss Lab', async () => {
    expect(await problemOf(() => read(text('hello world')))).not.toContain('einstall');
  });

  it.each([
    ['only one class', [7, 7, 7, 7, 7, 7], 'a: there is only one class'],
    ['a class of one image', [7, 7, 3, 7, 7, 7], 'a: the class “3” has only one image'],
  ])('refuses %s', async (_, wrong, problem) => {
    expect(await problemOf(() => read(images, idx([6], wrong)))).toMatch(
      new RegExp(problem.replace('a: ', '[ab]: ')),
    );
  });

  it('refuses labels of more dimensions, and names what would make them', async () => {
    expect(
      await problemOf(() => read(images, idx([6, 2], new Array<number>(12).fill(0)))),
    ).toContain(
      'b: it holds an array of 6 × 2, and labels are one whole number for each image. Of one-hot labels take argmax',
    );
  });

  it('names a missing file', async () => {
    const files = new MemoryFiles({ a: images });
    expect(await problemOf(() => readOwnData(own, files))).toContain('b: it does not exist.');
  });

  it('refuses a file over the limit of memory before it is read, packed or not', async () => {
    const big = { ...own, mostMegabytes: 1 };
    const plain = new MemoryFiles({ a: new Uint8Array(3 * 2 ** 20), b: idx([6], labels) });
    expect(await problemOf(() => readOwnData(big, plain))).toBe(
      'a: it would take 3 MB of memory to read, and mostMegabytes allows 1. Split it, or raise mostMegabytes.',
    );
    expect(plain.reads).toEqual([]);
    const packed = new MemoryFiles({ a: gzipSync(new Uint8Array(3 * 2 ** 20)) });
    const gunzip = (): never => expect.fail('It was unpacked.');
    expect(await problemOf(() => readOwnData(big, packed, { gunzip }))).toContain(
      'it would take 3 MB',
    );
  });

  it('refuses pixels over the limit of memory, and says how much they would take', async () => {
    const files = new MemoryFiles({
      a: idx([6, 200, 255], new Array<number>(6 * 200 * 255).fill(0)),
      b: idx([6], labels),
    });
    expect(await problemOf(() => readOwnData({ ...own, mostMegabytes: 1 }, files))).toContain(
      // 6 · 200 · 255 · 4 bytes = 1.17 MB
      'a: its pixels would take 2 MB of memory, and mostMegabytes allows 1.',
    );
  });
});
