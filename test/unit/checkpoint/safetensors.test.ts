import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  decodeSafetensors,
  encodeSafetensors,
  type Safetensors,
} from '../../../src/run/checkpoint/safetensors.ts';

// Written by the safetensors package of Python: see make.py beside it.
const python = readFileSync('test/fixtures/safetensors/python.safetensors');
const content: Safetensors = {
  metadata: { epoch: '3', 名: '“值”' },
  tensors: new Map([
    ['data.order', { shape: [3], values: Int32Array.of(2, 0, 1) }],
    ['dense-1.bias', { shape: [1], values: Float32Array.of(0.1) }],
    ['dense-1.weights', { shape: [2, 3], values: Float32Array.of(0, 1, -2.5, 1e-45, Infinity, -0) }],
    ['empty', { shape: [0, 4], values: new Float32Array() }],
  ]), // prettier-ignore
};

/** A file with this header, and room for `size` bytes behind it. */
function fileOf(header: unknown, size = 8): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + size);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

describe('safetensors', () => {
  it('reads what the package of Python has written', () => {
    const { tensors, metadata } = decodeSafetensors(python);
    expect(metadata).toEqual(content.metadata);
    expect(new Map([...tensors].sort())).toEqual(content.tensors);
  });

  it('gives back what it has written, at an odd place in memory too', () => {
    const bytes = encodeSafetensors(content);
    expect(decodeSafetensors(bytes)).toEqual(content);
    const odd = new Uint8Array(bytes.length + 1);
    odd.set(bytes, 1);
    expect(decodeSafetensors(odd.subarray(1))).toEqual(content);
  });

  it('writes numbers at a multiple of 8 bytes, as its readers expect', () => {
    const length = new DataView(encodeSafetensors(content).buffer).getBigUint64(0, true);
    expect(length % 8n).toBe(0n);
  });

  it('refuses every file that is cut off, wherever that is', () => {
    const bytes = encodeSafetensors(content);
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeSafetensors(bytes.subarray(0, length))).toThrow(/cut off/);
  });

  const entry = { dtype: 'F32', shape: [2], data_offsets: [0, 8] };
  it.each([
    ['a length beyond all files', new Uint8Array(16).fill(255), 'not of safetensors'],
    ['a picture', Uint8Array.from('\x89PNG\r\n\x1a\n and so on', (c) => c.charCodeAt(0)), 'not of safetensors'],
    ['a header that is no object', fileOf([1, 2]), 'not of safetensors'],
    ['metadata that are no texts', fileOf({ __metadata__: { epoch: 3 } }), '“__metadata__” is damaged'],
    ['half a number', fileOf({ a: { ...entry, dtype: 'F16' } }), '“a” is damaged'],
    ['another size than its shape', fileOf({ a: { ...entry, shape: [3] } }), '“a” is damaged'],
    ['a place beyond the end', fileOf({ a: { ...entry, data_offsets: [4, 12] } }), '“a” is damaged'],
    ['a place before the start', fileOf({ a: { ...entry, data_offsets: [-8, 0] } }), '“a” is damaged'],
    ['a number between two', fileOf({ a: { ...entry, data_offsets: [2, 10] } }, 16), '“a” is damaged'],
    ['an entry that is none', fileOf({ a: null }), '“a” is damaged'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => decodeSafetensors(bytes)).toThrow(reason);
  }); // prettier-ignore
});
