import { decode, type DecodedPng } from 'fast-png';
import { count, message } from '../../../l10n.ts';
import { DataError } from './data-error.ts';
import type { Picture } from './image.ts';
import { mostMegapixels } from './jpeg.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

/** The signature, then the first chunk: length, "IHDR", 13 bytes, checksum. */
const headerSize = 33;

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** One sample a channel of each pixel, as they are stored: grey, palette index or colour. */
export interface PngSamples {
  readonly png: DecodedPng;
  readonly samples: ArrayLike<number>;
}

/**
 * Any PNG: grey, palette or colour, of 1 to 16 bits, interlaced only from 8 bits on. What is transparent is
 * composited on black, the 0 that images are padded with. Gamma and colour profiles are not applied.
 * @throws DataError, or the library's Error
 */
export function decodePng(bytes: Uint8Array, file: string): Picture {
  const { png, samples } = pngSamples(bytes, file);
  const { height, width } = png;
  const pixels = height * width;
  if (png.palette) return { height, width, channels: 3, values: looked(samples, png.palette) };
  const channels = png.channels < 3 ? 1 : 3;
  const values = new Float32Array(pixels * channels);
  const highest = 2 ** png.depth - 1;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const from = pixel * png.channels;
    const opacity = opacityAt(png, samples, from) / highest;
    for (let c = 0; c < channels; c++)
      values[pixel * channels + c] = (opacity * (samples[from + c] ?? 0)) / highest;
  }
  return { height, width, channels, values };
}

/** 0 … 2^depth − 1: of the last channel, or none where the pixel has the colour that means it. */
function opacityAt(png: DecodedPng, samples: ArrayLike<number>, from: number): number {
  if (png.channels % 2 === 0) return samples[from + png.channels - 1] ?? 0;
  const key = png.transparency;
  const isKey = key?.every((value, c) => value === samples[from + c]) ?? false;
  return isKey ? 0 : 2 ** png.depth - 1;
}

/** The colours of a palette, [red, green, blue] or with opacity, in 0..255. */
function looked(samples: ArrayLike<number>, palette: readonly number[][]): Float32Array {
  const values = new Float32Array(3 * samples.length);
  for (let i = 0; i < samples.length; i++) {
    const colour = palette[samples[i] ?? 0];
    if (!colour) throw new Error(`palette has no colour ${samples[i] ?? 0}`);
    const opacity = (colour[3] ?? 255) / 255;
    for (let c = 0; c < 3; c++) values[3 * i + c] = (opacity * (colour[c] ?? 0)) / 255;
  }
  return values;
}

/** @throws DataError, or the library's Error */
export function pngSamples(bytes: Uint8Array, file: string): PngSamples {
  checkHeader(bytes, file);
  const png = decode(bytes, { checkCrc: true });
  return { png, samples: png.depth < 8 ? unpacked(png) : png.data };
}

/** What the library would take on without a word: huge sizes, and small interlaced pixels wrongly. */
function checkHeader(bytes: Uint8Array, file: string): void {
  if (bytes.length < headerSize) throw new Error('no header');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, depth] = [view.getUint32(16), view.getUint32(20), view.getUint8(24)];
  if (width === 0 || height === 0) throw new Error('no pixels');
  if (width * height > mostMegapixels * 1e6) {
    const problem = message(
      'at {height} × {width} pixels it has over {limit} million, the most for one image. Make it smaller.',
      { height: count(height), width: count(width), limit: count(mostMegapixels) },
    );
    throw new DataError(file, problem);
  }
  if (depth < 8 && view.getUint8(28) !== 0) {
    const problem = message(
      'it is interlaced with fewer than 8 bits a pixel, which cannot be read. Save it without interlacing.',
    );
    throw new DataError(file, problem);
  }
}

/** Samples of 1, 2 or 4 bits lie from the high bits on, and each row begins with a byte of its own. */
function unpacked({ height, width, depth, data }: DecodedPng): Uint8Array {
  const samples = new Uint8Array(height * width);
  const bytesPerRow = Math.ceil((width * depth) / 8);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const byte = data[y * bytesPerRow + ((x * depth) >> 3)] ?? 0;
      samples[at++] = (byte >> (8 - depth - ((x * depth) & 7))) & (2 ** depth - 1);
    }
  }
  return samples;
}
