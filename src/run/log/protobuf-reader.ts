/** A field of a message; which type it has, the message's definition says. */
export type Field =
  | {
      readonly number: number;
      readonly type: 'varint' | 'double' | 'float';
      readonly value: number;
    }
  | { readonly number: number; readonly type: 'bytes'; readonly value: Uint8Array };

/** The bytes are not a message. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError';
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws ProtobufError if the bytes are not UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new ProtobufError('text that is not UTF-8', { cause });
  }
}

/**
 * Float32 numbers in little-endian order, one after another.
 * @throws ProtobufError
 */
export function decodeFloats(bytes: Uint8Array): number[] {
  if (bytes.length % 4 !== 0) throw new ProtobufError('cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

/**
 * A repeated double, packed.
 * @throws ProtobufError if the length is not that of whole numbers
 */
export function decodeDoubles(bytes: Uint8Array): number[] {
  if (bytes.length % 8 !== 0) throw new ProtobufError('cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(8 * i, true));
}

/**
 * The fields of a message in the order in which they stand there. The deprecated groups are refused.
 * @throws ProtobufError
 */
export function* fields(bytes: Uint8Array): Generator<Field> {
  const cursor = new Cursor(bytes);
  while (!cursor.atEnd) {
    const key = cursor.int64();
    yield readField(cursor, Math.floor(key / 8), key % 8);
  }
}

function readField(cursor: Cursor, number: number, wireType: number): Field {
  switch (wireType) {
    case 0:
      return { number, type: 'varint', value: cursor.int64() };
    case 1:
      return { number, type: 'double', value: cursor.view(8).getFloat64(0, true) };
    case 2:
      return { number, type: 'bytes', value: cursor.take(cursor.int64()) };
    case 5:
      return { number, type: 'float', value: cursor.view(4).getFloat32(0, true) };
    default:
      throw new ProtobufError(`wire type ${String(wireType)}`);
  }
}

class Cursor {
  #position = 0;

  constructor(readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.#position === this.bytes.length;
  }

  take(length: number): Uint8Array {
    const start = this.#position;
    if (length < 0 || length > this.bytes.length - start) throw new ProtobufError('cut off');
    this.#position += length;
    return this.bytes.subarray(start, this.#position);
  }

  view(size: number): DataView {
    const place = this.take(size);
    return new DataView(place.buffer, place.byteOffset, size);
  }

  /** A varint as a signed number of 64 bits, exact within ±2^53. */
  int64(): number {
    let low = 0;
    let high = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const byte = this.#byte();
      // In two halves, since numbers are exact to 53 bits: 28 bits low, 36 high.
      if (shift < 28) low += (byte % 128) * 2 ** shift;
      else high += (byte % 128) * 2 ** (shift - 28);
      if (byte < 128) return signed36(high) * 2 ** 28 + low;
    }
    throw new ProtobufError('varint longer than 10 bytes');
  }

  #byte(): number {
    const byte = this.bytes[this.#position];
    if (byte === undefined) throw new ProtobufError('cut off');
    this.#position += 1;
    return byte;
  }
}

/** Two's complement; the tenth byte of a varint may carry bits beyond the 64th, which do not count. */
function signed36(value: number): number {
  const bits = value % 2 ** 36;
  return bits >= 2 ** 35 ? bits - 2 ** 36 : bits;
}
