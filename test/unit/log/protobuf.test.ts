import { describe, expect, it } from 'vitest';
import { fields, ProtobufError } from '../../../src/run/log/protobuf-reader.ts';
import { ProtobufWriter } from '../../../src/run/log/protobuf-writer.ts';

const hex = (writer: ProtobufWriter): string => Buffer.from(writer.finish()).toString('hex');
const read = (text: string): unknown[] => [...fields(Buffer.from(text, 'hex'))];

describe('protobuf', () => {
  // The bytes are those of Google's protobuf for Python, `Event(step=…).SerializeToString()`.
  it.each([
    [1, '1001'],
    [127, '107f'],
    [128, '108001'],
    [300, '10ac02'],
    [2 ** 28 - 1, '10ffffff7f'],
    [2 ** 28, '108080808001'],
    [2 ** 31, '108080808008'],
    [2 ** 32 + 1, '108180808010'],
    [Number.MAX_SAFE_INTEGER, '10ffffffffffffff0f'],
    [-1, '10ffffffffffffffffff01'],
    [-300, '10d4fdffffffffffffff01'],
    [Number.MIN_SAFE_INTEGER, '1081808080808080f0ff01'],
  ])('writes and reads the 64-bit integer %d', (value, bytes) => {
    expect(hex(new ProtobufWriter().int64(2, value))).toBe(bytes);
    expect(read(bytes)).toEqual([{ number: 2, type: 'varint', value }]);
  });

  it('writes floats, doubles and strings', () => {
    const writer = new ProtobufWriter().double(1, 1.5).float(2, -0).string(3, 'é');
    expect(hex(writer)).toBe('09000000000000f83f' + '1500000080' + '1a02c3a9');
  });

  it('reads fields of every wire type but groups', () => {
    expect(read('09000000000000f83f1500000080')).toEqual([
      { number: 1, type: 'double', value: 1.5 },
      { number: 2, type: 'float', value: -0 },
    ]);
    expect(() => read('0b')).toThrow(ProtobufError);
  });

  it('grows with what is written', () => {
    const long = 'x'.repeat(1000);
    const [field] = fields(
      new ProtobufWriter().string(1, 'a').string(1, long).finish().subarray(3),
    );
    expect(field?.type === 'bytes' && Buffer.from(field.value).toString()).toBe(long);
  });

  it.each([
    '08',
    '0880',
    '09000000',
    '0a05ff',
    '08' + 'ff'.repeat(10),
    '0aff' + 'ff'.repeat(8) + '01',
  ])('refuses %s, which is cut off or no message', (bytes) => {
    expect(() => read(bytes)).toThrow(ProtobufError);
  });
});
