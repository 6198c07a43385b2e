/** Wire types: https://protobuf.dev/programming-guides/encoding/#structure */
const varint = 0;
const fixed64 = 1;
const lengthDelimited = 2;
const fixed32 = 5;

const utf8 = new TextEncoder();

/** Writes the fields of one message in the order of the calls. */
export class ProtobufWriter {
  #bytes = new Uint8Array(64);
  #length = 0;

  /** `value` is a safe integer; a negative one takes ten bytes, as two's complement of 64 bits. */
  int64(field: number, value: number): this {
    return this.#varint(field * 8 + varint).#varint(value);
  }

  double(field: number, value: number): this {
    this.#varint(field * 8 + fixed64)
      .#view(8)
      .setFloat64(0, value, true);
    return this;
  }

  float(field: number, value: number): this {
    this.#varint(field * 8 + fixed32)
      .#view(4)
      .setFloat32(0, value, true);
    return this;
  }

  /** Float32 numbers as bytes, little-endian. */
  floats(field: number, values: readonly number[]): this {
    const packed = new DataView(new ArrayBuffer(4 * values.length));
    values.forEach((value, i) => packed.setFloat32(4 * i, value, true));
    return this.bytes(field, new Uint8Array(packed.buffer));
  }

  /** A repeated double, packed. */
  doubles(field: number, values: readonly number[]): this {
    const packed = new DataView(new ArrayBuffer(8 * values.length));
    values.forEach((value, i) => packed.setFloat64(8 * i, value, true));
    return this.bytes(field, new Uint8Array(packed.buffer));
  }

  string(field: number, value: string): this {
    return this.bytes(field, utf8.encode(value));
  }

  message(field: number, value: ProtobufWriter): this {
    return this.bytes(field, value.finish());
  }

  bytes(field: number, value: Uint8Array): this {
    this.#varint(field * 8 + lengthDelimited).#varint(value.length);
    this.#reserve(value.length).set(value);
    return this;
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** In two halves, since numbers are exact to 53 bits: 28 bits low, 36 high. */
  #varint(value: number): this {
    const carry = Math.floor(value / 2 ** 28);
    const high = carry < 0 ? carry + 2 ** 36 : carry;
    let rest = value - carry * 2 ** 28;
    if (high > 0) {
      for (let digit = 0; digit < 4; digit++) rest = this.#moreDigits(rest);
      rest = high;
    }
    while (rest >= 128) rest = this.#moreDigits(rest);
    this.#byte(rest);
    return this;
  }

  /** Writes the lowest seven bits, marked as not the last; returns the bits above them. */
  #moreDigits(value: number): number {
    this.#byte((value % 128) + 128);
    return Math.floor(value / 128);
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow();
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  #view(size: number): DataView {
    const place = this.#reserve(size);
    return new DataView(place.buffer, place.byteOffset, size);
  }

  #reserve(size: number): Uint8Array {
    const start = this.#length;
    while (start + size > this.#bytes.length) this.#grow();
    this.#length += size;
    return this.#bytes.subarray(start, this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
