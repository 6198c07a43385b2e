import { encode } from 'fast-png';
import type { OwnTrainingData } from '../../../../src/experiment/datasets/own/read-own-data.ts';

/** Label name and pixels times 255 of every image, in the order of their first pixel. */
export function imagesOf({
  train,
  validation,
  classNames,
}: OwnTrainingData): [string, ...number[]][] {
  const images = [train, validation].flatMap((part) =>
    Array.from({ length: part.count }, (_, i): [string, ...number[]] => {
      const size = part.height * part.width * part.channels;
      const pixels = part.pixels.subarray(i * size, (i + 1) * size);
      return [
        classNames[part.labels[i] ?? -1] ?? '?',
        ...Array.from(pixels, (value) => Math.round(value * 255_000) / 1000),
      ];
    }),
  );
  return images.sort((a, b) => Number(a[1]) - Number(b[1]));
}

/** Six images of 2 × 2: image i holds 40 i + 0 … 3. */
export const pixels = Array.from({ length: 24 }, (_, i) => 40 * Math.floor(i / 4) + (i % 4));
export const labels = [7, 3, 7, 3, 3, 7];
export const six = labels.map((label, i) => [
  String(label),
  40 * i,
  40 * i + 1,
  40 * i + 2,
  40 * i + 3,
]);

/** A grey PNG of one value, or of the values given. */
export function png(height: number, width: number, values: number | readonly number[]): Uint8Array {
  const data = Uint8Array.from({ length: height * width }, (_, i) =>
    typeof values === 'number' ? values : (values[i] ?? 0),
  );
  return encode({ height, width, data, channels: 1 });
}

/** Pixels as bytes. */
export const values = (pixels: Float32Array): number[] =>
  Array.from(pixels, (v) => Math.round(v * 255));
