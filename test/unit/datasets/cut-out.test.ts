import { describe, expect, it } from 'vitest';
import { cutOut } from '../../../src/experiment/datasets/cut-out.ts';
import { seeded } from '../../../src/experiment/random.ts';

describe('cutOut', () => {
  it('takes the pixels over the threshold, and where they lie in a scene', () => {
    const image = Float32Array.of(0, 0.5, 0.25, 0.05);
    expect(cutOut(image, 2, 2, 10)).toEqual({ places: [1, 10], values: [0.5, 0.25] });
  });

  it('halves by the means of 2 by 2 pixels', () => {
    const image = Float32Array.of(0.5, 0.25, 0, 0, 0.75, 0.5, 0, 0.25, 1, 1, 0.5, 0.5, 1, 1, 0, 1);
    // (0.5 + 0.25 + 0.75 + 0.5)/4 = 0.5; 0.25/4 is below the threshold; 1; (0.5 + 0.5 + 0 + 1)/4 = 0.5
    expect(cutOut(image, 4, 2, 8)).toEqual({ places: [0, 8, 9], values: [0.5, 1, 0.5] });
  });

  it('counts pixels at an edge in part', () => {
    const row = [0.4, 0.7, 1];
    // 3 → 2: the left pixel is the first of the row and half of the second, (0.4 + 0.7/2)/1.5 = 0.5
    const { values } = cutOut(Float32Array.of(...row, ...row, ...row), 3, 2, 2);
    [0.5, 0.9, 0.5, 0.9].forEach((value, i) => expect(values[i]).toBeCloseTo(value, 7));
  });

  it('keeps the mean at every size', () => {
    const random = seeded(4);
    const image = Float32Array.from({ length: 784 }, () => 0.2 + 0.8 * random.uniform());
    for (let to = 14; to <= 28; to++) {
      const { places, values } = cutOut(image, 28, to, 32);
      expect(places).toHaveLength(to * to);
      expect(mean(values)).toBeCloseTo(mean([...image]), 12);
    }
  });
});

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
