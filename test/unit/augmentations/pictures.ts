import type { Picture } from '../../../src/experiment/augmentations/augmentation-kind.ts';

/** Pixels row by row; `labels` in the same order, if they have any. */
export function picture(
  width: number,
  pixels: readonly number[],
  labels: readonly number[] | null = null,
  channels = 1,
): Picture {
  return {
    height: pixels.length / width / channels,
    width,
    channels,
    pixels: Float32Array.from(pixels),
    labels: labels && Uint8Array.from(labels),
  };
}

/** One of the same size, full of what must not show. */
export function scratchFor({ pixels, labels, ...size }: Picture): Picture {
  return {
    ...size,
    pixels: new Float32Array(pixels.length).fill(NaN),
    labels: labels && new Uint8Array(labels.length).fill(255),
  };
}

/** 1 … count. */
export const ascending = (count: number): number[] =>
  Array.from({ length: count }, (_, i) => i + 1);
