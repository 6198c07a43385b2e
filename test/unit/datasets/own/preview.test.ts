import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import { previewOwnData } from '../../../../src/experiment/datasets/own/preview.ts';
import { idx, MemoryFiles } from './files.ts';

const png = (value: number): Uint8Array =>
  encode({ height: 1, width: 2, channels: 1, data: Uint8Array.of(value, value) });

describe('previewOwnData', () => {
  it('counts the images of each class, and reads only the first of each', async () => {
    const files = new MemoryFiles(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `set/${i < 10 ? 'few' : 'many'}/${String(i).padStart(2, '0')}.png`,
          png(i),
        ]),
      ),
    );
    const own = wholeOwnData({ kind: 'image-folder', path: 'set', height: 1, width: 1 });
    const preview = await previewOwnData(own, files);
    expect(preview).toMatchObject({
      task: 'classification',
      ...{ count: 40, height: 1, width: 1, channels: 1 },
      classes: [
        { name: 'few', count: 10 },
        { name: 'many', count: 30 },
      ],
    });
    expect([...preview.samples.labels]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    expect(Array.from(preview.samples.pixels, (v) => Math.round(v * 255))).toEqual([
      ...[0, 1, 2, 3, 4],
      ...[10, 11, 12, 13, 14],
    ]);
    expect(files.reads.length).toBe(10);
  });

  it('shows the first images of arrays', async () => {
    const labels = [5, 6, 5, 6];
    const files = new MemoryFiles({ a: idx([4, 1, 1], [0, 1, 2, 3]), b: idx([4], labels) });
    const own = wholeOwnData({ kind: 'idx', images: 'a', labels: 'b' });
    const { classes, samples } = await previewOwnData(own, files);
    expect(classes).toEqual([
      { name: '5', count: 2 },
      { name: '6', count: 2 },
    ]);
    expect(Array.from(samples.pixels, (v) => Math.round(v * 255))).toEqual([0, 2, 1, 3]);
  });

  it('reads the first masks alone, and counts the pixels of each value in them', async () => {
    const pairs = Array.from({ length: 9 }, (_, i): [string, Uint8Array][] => [
      [`x/${String(i)}.png`, png(100 + i)],
      [`y/${String(i)}.png`, png(i === 2 ? 200 : 7)],
    ]);
    const files = new MemoryFiles(Object.fromEntries(pairs.flat()));
    const own = wholeOwnData({ kind: 'mask-folder', images: 'x', masks: 'y', height: 1, width: 2 });
    const { task, count, classes, samples } = await previewOwnData(own, files);
    expect({ task, count }).toEqual({ task: 'segmentation', count: 9 });
    expect(classes).toEqual([
      { name: '7', count: 8 },
      { name: '200', count: 2 },
    ]);
    expect([...samples.labels]).toEqual([0, 0, 0, 0, 1, 1, 0, 0, 0, 0]);
    expect(files.reads.length).toBe(10);
  });
});
