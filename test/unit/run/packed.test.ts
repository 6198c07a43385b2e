import { expect, test } from 'vitest';
import { pack, unpack } from '../../../src/run/packed.ts';

test('gives back what was packed, every number and every array', () => {
  const value = {
    type: 'train',
    text: '#a',
    numbers: [NaN, Infinity, -Infinity, -0, 1.5, null, true],
    bytes: Uint8Array.of(1, 2, 255),
    nested: [{ floats: Float32Array.of(0.1, NaN), doubles: Float64Array.of(0.1) }],
    counts: Uint32Array.of(2 ** 32 - 1),
    signed: Int32Array.of(-1),
    empty: new Uint8Array(),
    nothing: {},
  };
  const packed = pack(value);
  expect(packed.buffers).toHaveLength(6);
  expect(unpack(structuredClone(packed))).toEqual(value);
});

test('carries no more of a buffer than the part that is looked at', () => {
  const view = new Float32Array(Float32Array.of(1, 2, 3, 4).buffer, 4, 2);
  const { buffers, json } = pack(view);
  expect(buffers[0]?.byteLength).toBe(8);
  expect(unpack({ buffers, json })).toEqual(Float32Array.of(2, 3));
});

test('keeps what a shared memory holds', () => {
  const view = new Uint8Array(new SharedArrayBuffer(2));
  view.set([7, 8]);
  expect(unpack(structuredClone(pack(view)))).toEqual(Uint8Array.of(7, 8));
});

test('refuses what would be lost', () => {
  expect(() => pack({ a: new Map() })).toThrow(TypeError);
  expect(() => pack(new Uint16Array(1))).toThrow(TypeError);
  expect(() => unpack({ json: '{"$array":["Uint8Array",0]}', buffers: [] })).toThrow(TypeError);
});
