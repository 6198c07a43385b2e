import { describe, expect, it } from 'vitest';
import { decodePicture, type Picture } from '../../../../src/experiment/datasets/own/image.ts';
import { resize, resizeMask } from '../../../../src/experiment/datasets/own/resize.ts';
import { expectedOf, fixture } from './files.ts';

const row = (...values: number[]): Picture => ({
  height: 1,
  width: values.length,
  channels: 1,
  values: Float32Array.from(values),
});

function close(actual: Float32Array, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(actual[i]).toBeCloseTo(value, 6));
}

describe('resize', () => {
  it('takes the mean of what a pixel covers, as NumPy computes it', () => {
    const picture = decodePicture(fixture('resize/12x8.png'), 'a');
    const means = expectedOf('resize/12x8.png').values;
    close(
      resize(picture, 4, 2).values,
      means.map((mean) => mean / 255),
    );
  });

  it('counts a pixel that is covered in part by that part', () => {
    // Each output covers 1.5 inputs: (a + b / 2) / 1.5 and (b / 2 + c) / 1.5.
    close(resize(row(0.3, 0.6, 0.9), 1, 2).values, [0.6 / 1.5, 1.2 / 1.5]);
    // 5/3 inputs: (a + 2b/3), (b/3 + c + d/3), (2d/3 + e), each by 5/3.
    close(
      resize(row(1, 0, 0.5, 0, 1), 1, 3).values,
      [1, 0.5, 1].map((sum) => sum * 0.6),
    );
  });

  it('interpolates between centres where it enlarges, and goes on at the border', () => {
    // Centres of the outputs at −0.25, 0.25, 0.75 and 1.25 inputs.
    close(resize(row(0, 1), 1, 4).values, [0, 0.25, 0.75, 1]);
    close(resize({ ...row(0, 1), height: 2, width: 1 }, 4, 1).values, [0, 0.25, 0.75, 1]);
  });

  it('keeps a constant at every size, and the mean where it shrinks', () => {
    for (let width = 1; width <= 40; width++) {
      close(
        resize(row(...new Array<number>(17).fill(0.7)), 3, width).values,
        new Array<number>(3 * width).fill(0.7),
      );
    }
    const ramp = row(...Array.from({ length: 17 }, (_, i) => i / 17));
    for (let width = 1; width <= 17; width++) {
      const { values } = resize(ramp, 1, width);
      expect(values.reduce((sum, value) => sum + value, 0) / width).toBeCloseTo(8 / 17, 5);
    }
  });

  it('keeps the channels apart', () => {
    const picture = {
      height: 2,
      width: 1,
      channels: 3,
      values: Float32Array.of(0, 0.2, 0.4, 1, 0.6, 0),
    };
    close(resize(picture, 1, 1).values, [0.5, 0.4, 0.2]);
  });
});

describe('resizeMask', () => {
  it('takes the value at the centre of each pixel', () => {
    const mask = Uint8Array.of(1, 2, 3, 4, 5, 6);
    expect([...resizeMask(mask, { height: 2, width: 3 }, 4, 6)]).toEqual([
      ...[1, 1, 2, 2, 3, 3],
      ...[1, 1, 2, 2, 3, 3],
      ...[4, 4, 5, 5, 6, 6],
      ...[4, 4, 5, 5, 6, 6],
    ]);
    expect([...resizeMask(mask, { height: 2, width: 3 }, 1, 1)]).toEqual([5]);
  });
});
