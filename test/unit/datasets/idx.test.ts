import { describe, expect, it } from 'vitest';
import { DatasetError, parseIdx } from '../../../src/experiment/datasets/idx.ts';
import { translator } from '../../../src/l10n.ts';

const twoByThree = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 10, 11, 12, 13, 14, 15];

describe('parseIdx', () => {
  it('reads the shape and the data', () => {
    const { shape, data } = parseIdx(Uint8Array.from(twoByThree), 'a.gz');
    expect(shape).toEqual([2, 3]);
    expect([...data]).toEqual([10, 11, 12, 13, 14, 15]);
  });

  it('reads a view that does not begin where its buffer does', () => {
    const view = Uint8Array.from([1, 2, 3, ...twoByThree]).subarray(3);
    expect(parseIdx(view, 'a.gz').shape).toEqual([2, 3]);
  });

  it('refuses another type of element', () => {
    expect(problemOf([0, 0, 0x0d, ...twoByThree.slice(3)])).toContain('not an IDX file');
  });

  it('refuses a file that is cut off, wherever it is cut', () => {
    for (let length = 0; length < twoByThree.length; length++) {
      expect(problemOf(twoByThree.slice(0, length))).toContain(
        `cut off, at ${String(length)} bytes`,
      );
    }
  });

  it('refuses bytes after the end', () => {
    expect(problemOf([...twoByThree, 1, 2])).toContain('2 bytes follow after its end');
  });

  it('refuses dimensions whose product no file could hold', () => {
    expect(problemOf([0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255])).toContain('cut off');
  });

  it('names the file and what to do', () => {
    expect(problemOf([1])).toMatch(/^The data file a\.gz cannot be used: .*Reinstall Loss Lab/);
  });
});

function problemOf(bytes: readonly number[]): string {
  try {
    parseIdx(Uint8Array.from(bytes), 'a.gz');
  } catch (error) {
    if (error instanceof DatasetError) return translator({}, 'en')(error.reason);
    throw error;
  }
  throw new Error('It was accepted.');
}
