import { describe, expect, it } from 'vitest';
import {
  emptyExtent,
  Pyramid,
  scanValues,
  type Extent,
} from '../../../../webview/series/pyramid.ts';
import { below, randoms } from './random.ts';

/** Values of all kinds, with what is not a number among them. */
function values(count: number, random: () => number): number[] {
  const strange = [NaN, Infinity, -Infinity, 0, -0, 5e-324, 1e308, -1e308];
  return Array.from({ length: count }, () =>
    random() < 0.02 ? (strange[below(random, strange.length)] ?? NaN) : random() * 4 - 1,
  );
}

function plainly(of: readonly number[], begin: number, end: number): Extent {
  const stretch = of.slice(begin, end);
  const finite = stretch.filter(Number.isFinite);
  return {
    min: Math.min(...finite),
    max: Math.max(...finite),
    leastPositive: Math.min(...finite.filter((value) => value > 0)),
    invalid: stretch.length - finite.length,
  };
}

describe('a pyramid', () => {
  it('says of any stretch what a look at every value says', () => {
    const random = randoms(7);
    const of = values(40_000, random);
    const pyramid = new Pyramid().extend(of);
    for (let trial = 0; trial < 300; trial++) {
      const begin = below(random, of.length);
      const end = begin + below(random, of.length - begin + 1);
      const extent = emptyExtent();
      pyramid.query(of, begin, end, extent);
      expect(extent, `${begin} to ${end}`).toEqual(plainly(of, begin, end));
    }
  });

  it('is the same however its values came', () => {
    const random = randoms(11);
    const of = values(5000, random);
    const grown = new Pyramid();
    for (let length = 0; length < of.length; length += below(random, 90)) grown.extend(of, length);
    grown.extend(of);
    const whole = new Pyramid().extend(of);
    for (const [begin, end] of [
      [0, 5000],
      [31, 33],
      [1000, 4096],
      [4999, 5000],
    ] as const) {
      const [a, b] = [emptyExtent(), emptyExtent()];
      grown.query(of, begin, end, a);
      whole.query(of, begin, end, b);
      expect(a).toEqual(b);
    }
  });

  it('looks at few values, however long the stretch', () => {
    const of = new Float64Array(1_000_000).fill(1);
    const pyramid = new Pyramid().extend(of);
    let read = 0;
    const counted = new Proxy(of, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) read++;
        const value: unknown = Reflect.get(target, key, target);
        return value;
      },
    });
    pyramid.query(counted, 17, 999_983, emptyExtent());
    expect(read).toBeLessThanOrEqual(62);
  });

  it('takes less than two bytes a value', () => {
    const pyramid = new Pyramid().extend(new Float64Array(1_000_000));
    expect(pyramid.bytes / 1_000_000).toBeLessThan(2);
  });

  it('of nothing is empty', () => {
    const extent = emptyExtent();
    new Pyramid().query([], 0, 0, extent);
    scanValues([], 0, 0, extent);
    expect(extent).toEqual({ min: Infinity, max: -Infinity, leastPositive: Infinity, invalid: 0 });
  });
});
