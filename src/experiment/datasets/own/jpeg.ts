import { decode } from 'jpeg-js';
import type { Picture } from './image.ts';

/** Of one image; the libraries hold it several times while they decode. */
export const mostMegapixels = 50;

/** The library counts its own tables and blocks: about 20 bytes a pixel. */
const mostMegabytes = 2048;

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

/**
 * Baseline or progressive JPEG, three channels also where it is grey. The orientation in its EXIF data
 * is not followed: a photograph that a camera marked as turned comes as it lies in the file. Chroma
 * that is stored at half the size is repeated, not interpolated.
 * @throws Error if it is damaged, cut off or too big
 */
export function decodeJpeg(bytes: Uint8Array): Picture {
  const { height, width, data } = decode(bytes, {
    // Without it the library makes a Buffer, which only Node has.
    useTArray: true,
    formatAsRGBA: false,
    // Otherwise what is cut off comes grey, without a word.
    tolerantDecoding: false,
    maxResolutionInMP: mostMegapixels,
    maxMemoryUsageInMB: mostMegabytes,
  });
  const values = new Float32Array(data.length);
  for (let i = 0; i < values.length; i++) values[i] = (data[i] ?? 0) / 255;
  return { height, width, channels: 3, values };
}
