import { encode } from 'fast-png';
import { toBase64 } from '../../base64.ts';
import type { LabelledImages } from '../../experiment/datasets/dataset.ts';
import { resize } from '../../experiment/datasets/own/resize.ts';

/** Longest side of a thumbnail, in pixels of the image. */
const mostSide = 96;

/** One image as the address of a PNG, no larger than it needs to be. */
export function thumbnail(images: LabelledImages, index: number): string {
  const { height, width, channels, pixels } = images;
  const size = height * width * channels;
  const values = pixels.slice(index * size, (index + 1) * size);
  const scale = Math.min(1, mostSide / Math.max(height, width));
  const side = (length: number): number => Math.max(1, Math.round(scale * length));
  return pngAddress(resize({ height, width, channels, values }, side(height), side(width)));
}

/** The classes of an image's pixels as greys, from black for the first to white for the last. */
export function maskThumbnail(images: LabelledImages, index: number, classes: number): string {
  const { height, width, labels } = images;
  const size = height * width;
  const mask = labels.subarray(index * size, (index + 1) * size);
  const values = Float32Array.from(mask, (label) => label / Math.max(1, classes - 1));
  return pngAddress({ height, width, channels: 1, values });
}

interface Pixels {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** In 0..1. */
  readonly values: Float32Array;
}

function pngAddress({ height, width, channels, values }: Pixels): string {
  const data = Uint8Array.from(values, (value) => Math.round(255 * value));
  return `data:image/png;base64,${toBase64(encode({ height, width, channels, data }))}`;
}
