import { describe, expect, it } from 'vitest';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  readOwnData,
  type OwnTrainingData,
} from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { MemoryFiles, problemOf, text } from './files.ts';
import { imagesOf } from './images.ts';

/** NPY of version 1, written from its description in numpy.lib.format. */
function npy(descr: string, shape: readonly number[], data: ArrayBufferView): Uint8Array {
  const tuple = `(${shape.map((length) => `${String(length)},`).join(' ')})`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': ${tuple}, }\n`;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const start = [0x93, ...text('NUMPY'), 1, 0, header.length & 255, header.length >> 8];
  return Uint8Array.from([...start, ...text(header), ...bytes]);
}

describe('readOwnData of NPY', () => {
  const own = wholeOwnData({ kind: 'npy', images: 'a', labels: 'b' });
  const fourLabels = npy('<i8', [4], BigInt64Array.of(0n, 1n, 0n, 1n));
  const read = (a: Uint8Array, b = fourLabels, more = {}): Promise<OwnTrainingData> =>
    readOwnData({ ...own, ...more }, new MemoryFiles({ a, b }));
  const firstPixels = async (descr: string, values: ArrayBufferView): Promise<number[]> =>
    imagesOf(await read(npy(descr, [4, 1, 1], values))).map(([, pixel]) => Number(pixel));

  it('scales bytes and words by what their type holds', async () => {
    expect(await firstPixels('|u1', Uint8Array.of(0, 1, 2, 255))).toEqual([0, 1, 2, 255]);
    expect(await firstPixels('<u2', Uint16Array.of(0, 257, 514, 65535))).toEqual([0, 1, 2, 255]);
  });

  it('leaves values up to 1 as they are, and takes those up to 255 as bytes', async () => {
    expect(await firstPixels('<f4', Float32Array.of(0, 0.2, 0.4, 1))).toEqual([0, 51, 102, 255]);
    expect(await firstPixels('<f8', Float64Array.of(0, 1, 2.5, 3))).toEqual([0, 1, 2.5, 3]);
    expect(await firstPixels('<i4', Int32Array.of(0, 0, 1, 1))).toEqual([0, 0, 255, 255]);
    expect(await firstPixels('<i4', Int32Array.of(0, 1, 2, 200))).toEqual([0, 1, 2, 200]);
    expect(await firstPixels('<i4', Int32Array.of(0, 257, 514, 65535))).toEqual([0, 1, 2, 255]);
    expect(await firstPixels('|b1', Uint8Array.of(0, 0, 1, 1))).toEqual([0, 0, 255, 255]);
  });

  it.each([
    ['negative', Float32Array.of(0, -0.5, 0, 0), '-0.5'],
    ['over 255', Float32Array.of(0, 256, 0, 0), '256'],
    ['no number', Float32Array.of(0, NaN, 0, 0), 'NaN'],
  ])('refuses a pixel that is %s, and says where it is', async (_, values, value) => {
    expect(await problemOf(() => read(npy('<f4', [4, 1, 1], values)))).toContain(
      `a, at [1, 0, 0]: the pixel value ${value} is not from 0 to 1 or from 0 to 255.`,
    );
  });

  it.each([
    ['negative', Float64Array.of(0, 1, -1, 1), '-1'],
    ['not whole', Float64Array.of(0, 1, 0.5, 1), '0.5'],
  ])('refuses a label that is %s, and says where it is', async (_, values, value) => {
    const a = npy('|u1', [4, 1, 1], Uint8Array.of(1, 2, 3, 4));
    expect(await problemOf(() => read(a, npy('<f8', [4], values)))).toBe(
      `b, at [2]: the label ${value} is not a whole number from 0 on. Renumber the classes.`,
    );
  });

  it('reads colours, channels last or first, and makes them grey unless told otherwise', async () => {
    const last = npy(
      '|u1',
      [4, 1, 2, 3],
      Uint8Array.from({ length: 24 }, (_, i) => i),
    );
    const first = npy(
      '|u1',
      [4, 3, 1, 2],
      Uint8Array.from(
        { length: 24 },
        (_, i) => 6 * Math.floor(i / 6) + 3 * (i % 2) + (Math.floor(i / 2) % 3),
      ),
    );
    const colours = Array.from({ length: 4 }, (_, i) =>
      Array.from({ length: 6 }, (_, j) => 6 * i + j),
    );
    for (const file of [last, first]) {
      const data = await read(file, fourLabels, { grey: false });
      expect(data.train).toMatchObject({ height: 1, width: 2, channels: 3 });
      expect(imagesOf(data).map(([, ...values]) => values)).toEqual(colours);
    }
    // 0.299 · 0 + 0.587 · 1 + 0.114 · 2 = 0.815, then 3 more for the next pixel.
    expect(imagesOf(await read(last))[0]).toEqual(['0', 0.815, 3.815]);
  });

  it('keeps the order of labels that have gaps', async () => {
    const a = npy('|u1', [4, 1, 1], Uint8Array.of(1, 2, 3, 4));
    const data = await read(a, npy('<i8', [4, 1], BigInt64Array.of(1000n, 9n, 9n, 1000n)));
    expect(data.classNames).toEqual(['9', '1000']);
    expect(imagesOf(data).map(([name]) => name)).toEqual(['1000', '9', '9', '1000']);
  });

  it('refuses more classes than a byte holds', async () => {
    const a = npy('|u1', [600, 1, 1], new Uint8Array(600));
    const b = npy(
      '<i4',
      [600],
      Int32Array.from({ length: 600 }, (_, i) => i % 300),
    );
    expect(await problemOf(() => read(a, b))).toContain(
      'there are 300 classes, and 256 is the most.',
    );
  });

  it.each([
    ['[2, 2, 2, 2]', [2, 2, 2, 2]],
    ['[4, 4]', [4, 4]],
  ])('refuses images of shape %s', async (_, shape) => {
    expect(await problemOf(() => read(npy('|u1', shape, new Uint8Array(16))))).toContain(
      `a: it holds an array of ${shape.join(' × ')}, and images are n × height × width`,
    );
  });
});
