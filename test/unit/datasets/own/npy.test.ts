import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNpy } from '../../../../src/experiment/datasets/own/npy.ts';
import type { NumberArray } from '../../../../src/experiment/datasets/own/number-array.ts';
import { fixture, problemOf, text } from './files.ts';

const folder = path.resolve(import.meta.dirname, '../../../fixtures/own-data/npy');
const counting = Array.from({ length: 24 }, (_, i) => i);

/** The values in C order, whatever the order in the file. */
function valuesOf({ shape, strides, at }: NumberArray): number[] {
  const offsets = shape.reduce(
    (before, length, d) =>
      before.flatMap((o) => Array.from({ length }, (_, i) => o + i * (strides[d] ?? 0))),
    [0],
  );
  return offsets.map(at);
}

describe('parseNpy', () => {
  const typed = readdirSync(folder).filter((name) => /^[uif]\d-/.test(name));

  it('has a file of every type and byte order that NumPy writes', () => {
    expect(typed.length).toBe(2 + 2 * 8);
  });

  it.each(typed)('reads %s', (name) => {
    const array = parseNpy(fixture(`npy/${name}`), name);
    expect(array.shape).toEqual([3, 2, 4]);
    expect(valuesOf(array)).toEqual(counting);
  });

  it('reads booleans', () => {
    const array = parseNpy(fixture('npy/b1-byte.npy'), 'a');
    expect(valuesOf(array)).toEqual(counting.map((i) => i % 2));
  });

  it.each(['version-1', 'version-2', 'version-3', 'fortran'])('reads %s', (name) => {
    expect(valuesOf(parseNpy(fixture(`npy/${name}.npy`), name))).toEqual(counting);
  });

  it('reads negative and large numbers of 8 bytes', () => {
    const array = parseNpy(fixture('npy/negative-i8.npy'), 'a');
    expect(valuesOf(array)).toEqual([-1, -(2 ** 40), 2 ** 52 + 1]);
  });

  it('reads a view that does not begin where its buffer does', () => {
    const bytes = Uint8Array.from([9, ...fixture('npy/f4-little.npy')]).subarray(1);
    expect(valuesOf(parseNpy(bytes, 'a'))).toEqual(counting);
  });

  it('refuses a file that is cut off, wherever it is cut', async () => {
    const bytes = fixture('npy/u1-byte.npy');
    for (let length = 1; length < bytes.length; length++) {
      const problem = await problemOf(() => parseNpy(bytes.subarray(0, length), 'a.npy'));
      expect(problem).toMatch(length < 6 ? /not an NPY file/ : /^a\.npy: it is cut off, at/);
    }
  });

  it('refuses another magic number, bytes after the end, and a version that it does not know', async () => {
    expect(await problemOf(() => parseNpy(text('PK\u0003\u0004 nothing'), 'a.npy'))).toBe(
      'a.npy: it is not an NPY file. Write it with numpy.save.',
    );
    const longer = Uint8Array.from([...fixture('npy/u1-byte.npy'), 0]);
    expect(await problemOf(() => parseNpy(longer, 'a.npy'))).toContain('153 bytes instead of 152');
    const newer = fixture('npy/u1-byte.npy');
    newer[6] = 4;
    expect(await problemOf(() => parseNpy(newer, 'a.npy'))).toContain(
      'format version 4 is not known',
    );
  });

  it('refuses texts, and says how to convert them', async () => {
    expect(await problemOf(() => parseNpy(fixture('npy/text.npy'), 'a.npy'))).toMatch(
      /^a\.npy: its values are of type '<U3', .*astype/,
    );
  });
});
