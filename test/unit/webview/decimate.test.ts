import { describe, expect, it } from 'vitest';
import { decimate } from '../../../webview/plots/decimate.ts';

const count = 100_000;
const xs = Array.from({ length: count }, (_, index) => index);

/** Numbers that look random and are the same each time. */
const noise = (index: number): number => Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1;

describe('decimation', () => {
  it('keeps every planted spike, dip, NaN and infinity', () => {
    const ys = xs.map(noise);
    const planted = Array.from({ length: 200 }, (_, index) => 137 + index * 499);
    for (const [order, at] of planted.entries()) {
      ys[at] = [50 + order, -50 - order, NaN, Infinity][order % 4] ?? NaN;
    }
    // 200 plants over 499 points each lie in 200 different stretches of 800 buckets.
    const kept = new Set(decimate(xs, ys, 800));
    expect(planted.filter((at) => !kept.has(at))).toEqual([]);
  });

  it('keeps the minimum and maximum of every stretch', () => {
    const ys = xs.map(noise);
    const kept = decimate(xs, ys, 100);
    for (let bucket = 0; bucket < 99; bucket++) {
      const stretch = ys.slice(bucket * 1000 + 1, (bucket + 1) * 1000 - 1);
      const near = kept
        .filter((at) => at >= bucket * 1000 && at < (bucket + 1) * 1000 + 1)
        .map((at) => ys[at] ?? NaN);
      expect(Math.max(...near)).toBeGreaterThanOrEqual(Math.max(...stretch));
      expect(Math.min(...near)).toBeLessThanOrEqual(Math.min(...stretch));
    }
  });

  it('draws few points, in order, with both ends', () => {
    const kept = decimate(xs, xs.map(noise), 800);
    expect(kept.length).toBeLessThanOrEqual(3 * 800 + 1);
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect([kept[0], kept.at(-1)]).toEqual([0, count - 1]);
  });

  it('keeps all of a short series, of one point and of none', () => {
    expect(decimate([1, 2, 3], [5, NaN, 7], 800)).toEqual([0, 1, 2]);
    expect(decimate([1], [1], 800)).toEqual([0]);
    expect(decimate([], [], 800)).toEqual([]);
  });
});
