import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DatasetBytes, LabelledImages } from '../../../src/experiment/datasets/dataset.ts';
import { DatasetError } from '../../../src/experiment/datasets/idx.ts';
import { loadDataset } from '../../../src/experiment/datasets/load.ts';
import { translator } from '../../../src/l10n.ts';
import { shipped } from './shipped.ts';

const files = shipped('fashion-mnist');

describe('the composed fashion scenes', async () => {
  const { classes, train, validation } = await loadDataset('fashion-scenes', files);
  const parts = [train, validation];

  it('are 2,000 and 400 of 32 by 32 pixels, each pixel in one of four classes', () => {
    const size = { height: 32, width: 32, channels: 1, labelsPerImage: 1024 };
    expect(classes).toBe(4);
    expect(train).toMatchObject({ count: 2_000, ...size });
    expect(validation).toMatchObject({ count: 400, ...size });
    for (const { count, pixels, labels } of parts) {
      expect([pixels.length, labels.length]).toEqual([count * 1024, count * 1024]);
    }
  });

  it('are the same every time, to the bit', () => {
    expect(parts.map(fingerprint)).toEqual(['4aff8dd4f46ccab3', '04212903253e3cf8']);
  });

  it('have values from 0 to 1', () => {
    for (const { pixels } of parts) {
      expect(pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
    }
  });

  it('are three quarters background, and of articles garments most and bags least', () => {
    for (const part of parts) {
      const [background = 0, garment = 0, shoe = 0, bag = 0, ...others] = shares(part);
      expect(others).toEqual([]);
      expect(background).toBeCloseTo(0.75, 1);
      expect(garment).toBeCloseTo(0.16, 1);
      expect(shoe).toBeCloseTo(0.055, 2);
      expect(bag).toBeCloseTo(0.027, 2);
    }
  });
});

describe('loading fashion-scenes', () => {
  it('takes training scenes from training images alone, validation scenes from the others', async () => {
    const marked = {
      ...files,
      trainImages: imagesOf(10_000, 128),
      validationImages: imagesOf(2_000, 255),
    };
    const { train, validation } = await loadDataset('fashion-scenes', marked);
    expect(articleValues(train)).toEqual(new Set([Math.fround(128 / 255)]));
    expect(articleValues(validation)).toEqual(new Set([1]));
  });

  it('names the damaged file of Fashion-MNIST', async () => {
    expect(await problemOf({ validationLabels: new Uint8Array() })).toContain(
      'media/datasets/fashion-mnist/validation-labels-idx1-ubyte.gz',
    );
  });

  it('refuses a label that Fashion-MNIST does not have', async () => {
    const labels = gzipSync(Uint8Array.of(0, 0, 8, 1, 0, 0, 7, 208, ...new Uint8Array(2_000).fill(10))); // prettier-ignore
    expect(await problemOf({ validationLabels: labels })).toContain(
      'its label 10 at position 0 is not in 0..9',
    );
  });
});

/** An IDX file of 28 by 28 images whose every pixel is `value`. */
function imagesOf(count: number, value: number): Uint8Array {
  const bytes = new Uint8Array(16 + count * 784).fill(value);
  const header = new DataView(bytes.buffer);
  [0x803, count, 28, 28].forEach((word, i) => header.setUint32(4 * i, word));
  return gzipSync(bytes);
}

function articleValues({ pixels, labels }: LabelledImages): Set<number> {
  return new Set(pixels.filter((_, i) => labels[i] !== 0));
}

function fingerprint({ pixels, labels }: LabelledImages): string {
  return createHash('sha256').update(pixels).update(labels).digest('hex').slice(0, 16);
}

function shares({ labels }: LabelledImages): number[] {
  const counts: number[] = [];
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.map((count) => count / labels.length);
}

async function problemOf(bad: Partial<DatasetBytes>): Promise<string> {
  try {
    await loadDataset('fashion-scenes', { ...files, ...bad });
  } catch (error) {
    if (error instanceof DatasetError) return translator({}, 'en')(error.reason);
    throw error;
  }
  throw new Error('It was accepted.');
}
