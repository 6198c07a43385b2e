import { parseHeader } from './npy-header.ts';
import type { Place } from './data-error.ts';
import { elementReader, stridesOf, type NumberArray } from './number-array.ts';

/**
 * An array in NumPy's format, as `npy-header.ts` describes it. The values are not copied.
 * @throws DataError naming `place`
 */
export function parseNpy(bytes: Uint8Array, place: Place): NumberArray {
  const { type, littleEndian, fortran, shape, end } = parseHeader(bytes, place);
  return {
    place,
    shape,
    strides: stridesOf(shape, fortran ? 'Fortran' : 'C'),
    type,
    at: elementReader(bytes.subarray(end), type, littleEndian),
  };
}
