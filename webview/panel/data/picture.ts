import { fromBase64 } from '../../../src/base64.ts';
import type { Pictures } from '../../../src/question.ts';

/** One image as it came from the host. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: number;
  /** A byte each, [height, width, channels]. */
  readonly pixels: Uint8Array;
  /** One class, or one for every pixel. */
  readonly labels: Uint8Array;
}

export function unpackPictures({ count, height, width, channels, ...packed }: Pictures): Picture[] {
  const pixels = fromBase64(packed.pixels);
  const labels = fromBase64(packed.labels);
  const part = (of: Uint8Array, i: number): Uint8Array =>
    of.subarray((i * of.length) / count, ((i + 1) * of.length) / count);
  return Array.from({ length: count }, (_, i) => ({
    ...{ height, width, channels },
    pixels: part(pixels, i),
    labels: part(labels, i),
  }));
}
