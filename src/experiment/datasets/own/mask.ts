import { count, message } from '../../../l10n.ts';
import { DataError, placeIn } from './data-error.ts';
import { orDataError } from './image.ts';
import { isPng, pngSamples } from './png.ts';

/** One value a pixel, [height, width]. */
export interface Mask {
  readonly height: number;
  readonly width: number;
  readonly values: Uint8Array;
}

/**
 * A PNG whose grey value or palette index is the class, as it is stored: a mask of 1 bit holds 0 and 1.
 * Opacity is not looked at.
 * @throws DataError naming `file`
 */
export function decodeMask(bytes: Uint8Array, file: string): Mask {
  if (!isPng(bytes)) {
    throw new DataError(file, message('this mask is not a PNG. Save it as one, without loss.'));
  }
  const { png, samples } = orDataError(file, () => pngSamples(bytes, file));
  if (png.channels > 2) {
    const problem = message(
      'this mask is in colour, and a class is a grey value or a palette index. Save it as greyscale or with a palette.',
    );
    throw new DataError(file, problem);
  }
  const { height, width, channels } = png;
  const values = new Uint8Array(height * width);
  for (let i = 0; i < values.length; i++) {
    const value = samples[i * channels] ?? 0;
    if (value > 255) throw tooHigh(file, value, i, width);
    values[i] = value;
  }
  return { height, width, values };
}

function tooHigh(file: string, value: number, index: number, width: number): DataError {
  const pixel = message('row {row}, column {column}', {
    row: count(Math.floor(index / width) + 1),
    column: count((index % width) + 1),
  });
  const problem = message(
    'the value {value} is no class, which is at most 255. Renumber the mask.',
    {
      value: count(value),
    },
  );
  return new DataError(placeIn(file, pixel), problem);
}
