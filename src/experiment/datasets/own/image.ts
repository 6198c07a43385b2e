import { LossLabError } from '../../../error.ts';
import { message } from '../../../l10n.ts';
import { DataError } from './data-error.ts';
import { decodeJpeg, isJpeg } from './jpeg.ts';
import { decodePng, isPng } from './png.ts';
import { resize } from './resize.ts';

/** A picture: values in 0..1, [height, width, channels]. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly values: Float32Array;
}

export interface PictureForm {
  readonly height: number;
  readonly width: number;
  readonly grey: boolean;
}

/**
 * Decodes a PNG or JPEG by its content, whatever its name.
 * @throws DataError naming `file`
 */
export function decodePicture(bytes: Uint8Array, file: string): Picture {
  if (bytes.length === 0) {
    throw new DataError(file, message('the image is empty. Save it anew or remove it.'));
  }
  if (isPng(bytes)) return orDataError(file, () => decodePng(bytes, file));
  if (isJpeg(bytes)) return orDataError(file, () => decodeJpeg(bytes));
  throw new DataError(file, message('it is neither PNG nor JPEG. Convert it or remove it.'));
}

/** What a decoding library throws, with the name of the image. */
export function orDataError<T>(file: string, decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    if (cause instanceof LossLabError) throw cause;
    const problem = message(
      'the image cannot be decoded ({reason}). It may be damaged or cut off: save it anew or remove it.',
      { reason: cause instanceof Error ? cause.message : String(cause) },
    );
    throw new DataError(file, problem, { cause });
  }
}

/** Grey if that is asked for, and of the size that is asked for. */
export function inForm(picture: Picture, { height, width, grey }: PictureForm): Float32Array {
  return resize(grey ? inGrey(picture) : picture, height, width).values;
}

/** Luma of Rec. ITU-R BT.601: 0.299 R + 0.587 G + 0.114 B, of the values as they are stored. */
export function inGrey(picture: Picture): Picture {
  const { height, width, channels, values } = picture;
  if (channels === 1) return picture;
  const grey = new Float32Array(height * width);
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    const [red = 0, green = 0, blue = 0] = [values[at], values[at + 1], values[at + 2]];
    grey[i] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return { height, width, channels: 1, values: grey };
}

/** Three equal channels for a grey picture. */
export function inColour(picture: Picture): Picture {
  const { height, width, channels, values } = picture;
  if (channels === 3) return picture;
  const colour = new Float32Array(3 * values.length);
  values.forEach((value, i) => colour.fill(value, 3 * i, 3 * i + 3));
  return { height, width, channels: 3, values: colour };
}
