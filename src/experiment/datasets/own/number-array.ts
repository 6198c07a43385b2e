import { count, message, type Message } from '../../../l10n.ts';
import { DataError, placeIn, type Place } from './data-error.ts';

/** An array of any number of dimensions, read value by value as it lies in its file. */
export interface NumberArray {
  readonly place: Place;
  readonly shape: readonly number[];
  /** How far the next value of each dimension is. */
  readonly strides: readonly number[];
  readonly type: ElementType;
  /** The value at an offset: the sum of index · stride. */
  readonly at: (offset: number) => number;
}

/** Boolean, unsigned, signed or floating-point, and its bytes. */
export type ElementType = keyof typeof readers;

type Read = (view: DataView, at: number, littleEndian: boolean) => number;

const low = 2 ** 32;

/** Whole numbers of 8 bytes are exact up to 2^53, far over any pixel or label. */
const readers = {
  b1: (view, at) => (view.getUint8(at) === 0 ? 0 : 1),
  u1: (view, at) => view.getUint8(at),
  i1: (view, at) => view.getInt8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  i2: (view, at, little) => view.getInt16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  u8: (view, at, little) =>
    view.getUint32(at + (little ? 4 : 0), little) * low +
    view.getUint32(at + (little ? 0 : 4), little),
  i8: (view, at, little) =>
    view.getInt32(at + (little ? 4 : 0), little) * low +
    view.getUint32(at + (little ? 0 : 4), little),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
} as const satisfies Record<string, Read>;

export function isElementType(name: string): name is ElementType {
  return Object.hasOwn(readers, name);
}

export function bytesOf(type: ElementType): number {
  return Number(type[1]);
}

/** Values of `type` one after the other in `data`, read by their offset. */
export function elementReader(
  data: Uint8Array,
  type: ElementType,
  littleEndian: boolean,
): (offset: number) => number {
  if (type === 'u1') return (offset) => data[offset] ?? 0;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const read: Read = readers[type];
  const bytes = bytesOf(type);
  return (offset) => read(view, offset * bytes, littleEndian);
}

/** C order: the last dimension changes fastest. Fortran order: the first does. */
export function stridesOf(shape: readonly number[], order: 'C' | 'Fortran'): number[] {
  const strides = shape.map(() => 1);
  const by = order === 'C' ? -1 : 1;
  const from = order === 'C' ? shape.length - 2 : 1;
  for (let i = from; i >= 0 && i < shape.length; i += by) {
    strides[i] = (strides[i - by] ?? 1) * (shape[i - by] ?? 1);
  }
  return strides;
}

export function valuesIn(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1);
}

/** "3 × 28 × 28" */
export function shapeText(shape: readonly number[]): string {
  return shape.length === 0 ? '()' : shape.map(String).join(' × ');
}

/**
 * By what the values are divided to come to 0..1. That of bytes, of words and of booleans is the highest
 * that the type holds. Other types say nothing, so the values do: up to 1 they stay, up to 255 they are
 * taken as those of bytes, and whole ones up to 65535 as those of words.
 * @throws DataError for a value that is negative, too high or not a number
 */
export function divisorOf(array: NumberArray): number {
  if (array.type === 'u1') return 255;
  if (array.type === 'u2') return 65535;
  if (array.type === 'b1') return 1;
  const limit = array.type.startsWith('f') ? 255 : 65535;
  const highest = highestOf(array, limit);
  return highest <= 1 ? 1 : highest <= 255 ? 255 : 65535;
}

function highestOf(array: NumberArray, limit: number): number {
  const size = valuesIn(array.shape);
  let highest = 0;
  for (let i = 0; i < size; i++) {
    const value = array.at(i);
    if (!(value >= 0 && value <= limit)) throw badPixel(array, i, value, limit);
    if (value > highest) highest = value;
  }
  return highest;
}

function badPixel(array: NumberArray, offset: number, value: number, limit: number): DataError {
  const problem = message(
    'the pixel value {value} is not from 0 to 1 or from 0 to {limit}. Scale the values.',
    { value: String(value), limit: count(limit) },
  );
  return new DataError(placeIn(array.place, indexText(array, offset)), problem);
}

/** Where the value at an offset is, as NumPy writes it: "[3, 0, 27]". */
function indexText({ shape, strides }: NumberArray, offset: number): Message {
  const index = shape.map((length, i) => Math.floor(offset / (strides[i] ?? 1)) % length);
  return message('at [{index}]', { index: index.join(', ') });
}
