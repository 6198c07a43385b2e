import { count, message, type Message } from '../../../l10n.ts';
import { DataError, type Place } from './data-error.ts';
import {
  bytesOf,
  elementReader,
  isElementType,
  stridesOf,
  valuesIn,
  type ElementType,
  type NumberArray,
} from './number-array.ts';

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

interface Header {
  readonly type: ElementType;
  readonly littleEndian: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the values begin. */
  readonly end: number;
}

/**
 * An array in NumPy's format, versions 1 to 3 (numpy.lib.format): "\x93NUMPY", the version, the length of
 * a header that is a Python dictionary, the header, the values. They are not copied.
 * @throws DataError naming `place`
 */
export function parseNpy(bytes: Uint8Array, place: Place): NumberArray {
  const { type, littleEndian, fortran, shape, end } = parseHeader(bytes, place);
  const size = end + valuesIn(shape) * bytesOf(type);
  if (bytes.length !== size) throw new DataError(place, wrongSize(bytes.length, size));
  return {
    place,
    shape,
    strides: stridesOf(shape, fortran ? 'Fortran' : 'C'),
    type,
    at: elementReader(bytes.subarray(end), type, littleEndian),
  };
}

function parseHeader(bytes: Uint8Array, place: Place): Header {
  if (!magic.every((byte, i) => bytes[i] === byte)) {
    throw new DataError(place, message('it is not an NPY file. Write it with numpy.save.'));
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6] ?? 0;
  const start = version === 1 ? 10 : 12;
  if (bytes.length < start) throw new DataError(place, wrongSize(bytes.length, start));
  if (version < 1 || version > 3) {
    const problem = message(
      'its format version {version} is not known. Write it with numpy.save.',
      {
        version: count(version),
      },
    );
    throw new DataError(place, problem);
  }
  const end = start + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (bytes.length < end) throw new DataError(place, wrongSize(bytes.length, end));
  return { ...parseDictionary(new TextDecoder().decode(bytes.subarray(start, end)), place), end };
}

/** { 'descr': '<f4', 'fortran_order': False, 'shape': (60, 28, 28), } */
function parseDictionary(text: string, place: Place): Omit<Header, 'end'> {
  const descr = /'descr'\s*:\s*('[^']*'|\[.*\])/s.exec(text)?.[1] ?? '';
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d,\sL]*)\)/.exec(text)?.[1];
  if (descr === '' || fortran === undefined || shape === undefined) {
    throw new DataError(place, message('its header is damaged. Write it anew with numpy.save.'));
  }
  const [, order = '', type = ''] = /^'([<>|=]?)(\w+)'$/.exec(descr) ?? [];
  if (!isElementType(type)) throw new DataError(place, unknownType(descr));
  return {
    type,
    littleEndian: order !== '>',
    fortran: fortran === 'True',
    shape: (shape.match(/\d+/g) ?? []).map(Number),
  };
}

function unknownType(type: string): Message {
  return message(
    'its values are of type {type}, and only numbers can be read. Convert it, as with astype("float32") or astype("int64").',
    { type },
  );
}

function wrongSize(actual: number, expected: number): Message {
  const sizes = { actual: count(actual), expected: count(expected) };
  return actual < expected
    ? message(
        'it is cut off, at {actual} bytes instead of {expected}. Copy or write it anew.',
        sizes,
      )
    : message('it has {actual} bytes instead of {expected}. Write it anew.', sizes);
}
