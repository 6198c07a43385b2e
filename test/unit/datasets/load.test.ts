import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { datasets } from '../../../src/experiment/datasets/catalogue.ts';
import type { DatasetBytes, LabelledImages } from '../../../src/experiment/datasets/dataset.ts';
import { DatasetError } from '../../../src/experiment/datasets/idx.ts';
import { loadDataset } from '../../../src/experiment/datasets/load.ts';
import { translator } from '../../../src/l10n.ts';
import { shipped } from './shipped.ts';

// Computed with numpy from the first 1,000 and 200 images of each class of the original sets.
const means = {
  'fashion-mnist': { train: 0.2866816, validation: 0.2852956 },
  mnist: { train: 0.1320743, validation: 0.1222488 },
};

describe.each(['fashion-mnist', 'mnist'] as const)('the shipped %s', async (name) => {
  const { train, validation, classes } = await loadDataset(name, shipped(name));

  it('has as many images as the catalogue says', () => {
    expect(train.count).toBe(datasets[name].trainCount);
    expect(validation.count).toBe(datasets[name].validationCount);
  });

  it('has every class equally often', () => {
    expect(classes).toBe(10);
    expect(perClass(train)).toEqual(new Array(10).fill(train.count / 10));
    expect(perClass(validation)).toEqual(new Array(10).fill(validation.count / 10));
  });

  it('has pixels from 0 to 1 with the mean of the original images', () => {
    for (const part of ['train', 'validation'] as const) {
      const { pixels } = { train, validation }[part];
      const [lowest, highest, mean] = summary(pixels);
      expect([lowest, highest]).toEqual([0, 1]);
      expect(mean).toBeCloseTo(means[name][part], 6);
    }
  });
});

describe('loadDataset', () => {
  const good = shipped('mnist');
  const labels = gunzipSync(good.trainLabels);

  it('refuses a gzip file that is cut off', async () => {
    const cut = good.trainImages.subarray(0, 100_000);
    expect(await problemOf({ trainImages: cut })).toContain('damaged or cut off');
  });

  it('refuses an empty file', async () => {
    expect(await problemOf({ trainImages: new Uint8Array() })).toContain('damaged or cut off');
  });

  it('refuses a gzip file with a wrong byte', async () => {
    const wrong = Uint8Array.from(good.trainImages);
    wrong[200_000] = (wrong[200_000] ?? 0) ^ 0xff;
    expect(await problemOf({ trainImages: wrong })).toContain('damaged or cut off');
  });

  it('refuses a file that is not gzip', async () => {
    expect(await problemOf({ trainLabels: labels })).toContain('damaged or cut off');
  });

  it('refuses another number of images than the catalogue says', async () => {
    expect(await problemOf({ trainImages: good.validationImages })).toContain(
      'an array of 2000 × 28 × 28 instead of 10000 × 28 × 28',
    );
  });

  it('refuses a label without a class', async () => {
    const wrong = Uint8Array.from(labels);
    wrong[8 + 5] = 10;
    expect(await problemOf({ trainLabels: gzipSync(wrong) })).toContain(
      'its label 10 at position 5 is not in 0..9',
    );
  });

  it('names the file', async () => {
    expect(await problemOf({ trainLabels: labels })).toContain(
      'media/datasets/mnist/train-labels-idx1-ubyte.gz',
    );
  });

  async function problemOf(bad: Partial<DatasetBytes>): Promise<string> {
    try {
      await loadDataset('mnist', { ...good, ...bad });
    } catch (error) {
      if (error instanceof DatasetError) return translator({}, 'en')(error.reason);
      throw error;
    }
    throw new Error('It was accepted.');
  }
});

function perClass({ labels }: LabelledImages): number[] {
  const counts = new Array<number>(10).fill(0);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

function summary(values: Float32Array): [lowest: number, highest: number, mean: number] {
  let [lowest, highest, sum] = [Infinity, -Infinity, 0];
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
    sum += value;
  }
  return [lowest, highest, sum / values.length];
}
