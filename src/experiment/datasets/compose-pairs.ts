import { seeded } from '../random.ts';
import type { LabelledImages } from './dataset.ts';

/**
 * `count` images of two of `from` side by side, drawn by lot; the label is the first's times `classes` plus
 * the second's, so every pair of classes is a class.
 */
export function composePairs(
  from: LabelledImages,
  count: number,
  classes: number,
  seed: number,
): LabelledImages {
  const random = seeded(seed);
  const { height, width, channels } = from;
  const size = { count, height, width: 2 * width, channels };
  const pixels = new Float32Array(count * height * 2 * width * channels);
  const labels = new Uint8Array(count);
  for (let pair = 0; pair < count; pair++) {
    const [left, right] = [random.below(from.count), random.below(from.count)];
    labels[pair] = classes * (from.labels[left] ?? 0) + (from.labels[right] ?? 0);
    for (let row = 0; row < height; row++) {
      const at = (pair * height + row) * 2 * width * channels;
      pixels.set(rowOf(from, left, row), at);
      pixels.set(rowOf(from, right, row), at + width * channels);
    }
  }
  return { ...size, pixels, labelsPerImage: 1, labels };
}

function rowOf({ pixels, height, width, channels }: LabelledImages, image: number, row: number) {
  const length = width * channels;
  const start = (image * height + row) * length;
  return pixels.subarray(start, start + length);
}
