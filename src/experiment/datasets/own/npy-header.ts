import { count, message, type Message } from '../../../l10n.ts';
import { DataError, type Place } from './data-error.ts';
import { bytesOf, isElementType, valuesIn, type ElementType } from './number-array.ts';

/*
 * NumPy's format, versions 1 to 3 (numpy.lib.format): "\x93NUMPY", the version, the length of a header that
 * is a Python dictionary, the header, the values.
 */

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59] as const;

export interface NpyHeader {
  readonly type: ElementType;
  readonly littleEndian: boolean;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the values begin. */
  readonly end: number;
}

/**
 * Reads the head of a file, and checks that its values are all there and nothing follows them.
 * @throws DataError naming `place`
 */
export function parseHeader(bytes: Uint8Array, place: Place): NpyHeader {
  const header = readHeader(bytes, place);
  const size = header.end + valuesIn(header.shape) * bytesOf(header.type);
  if (bytes.length !== size) throw new DataError(place, wrongSize(bytes.length, size));
  return header;
}

function readHeader(bytes: Uint8Array, place: Place): NpyHeader {
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
function parseDictionary(text: string, place: Place): Omit<NpyHeader, 'end'> {
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

/** The values begin at a multiple of it, so that they can be mapped into memory. */
const alignment = 64;
/** NumPy leaves room for the first length to grow to so many digits. */
const mostDigits = 21;

/** The head of a file of version 1, byte for byte as NumPy writes it, for values in C order. */
export function npyHeader(descr: '<f4' | '|u1', shape: readonly number[]): Uint8Array {
  const lengths = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const growth = ' '.repeat(mostDigits - String(shape[0]).length);
  const dictionary = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${lengths}), }${growth}`;
  const start = magic.length + 4;
  const end = Math.ceil((start + dictionary.length + 1) / alignment) * alignment;
  const bytes = new Uint8Array(end).fill(0x20);
  bytes.set([...magic, 1, 0]);
  new DataView(bytes.buffer).setUint16(start - 2, end - start, true);
  bytes.set(new TextEncoder().encode(dictionary), start);
  bytes[end - 1] = 0x0a;
  return bytes;
}
