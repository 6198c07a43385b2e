import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import { binCount, binOf, histogramOf, type Histogram } from '../../../src/run/histogram.ts';
import type { Run } from '../../../src/run/run.ts';
import { medianExponent, total } from '../../../webview/plots/histogram-bins.ts';
import { histogramMap } from '../../../webview/plots/histogram-map.ts';
import { histogramNotes, powerOfTwo } from '../../../webview/plots/histogram-words.ts';
import { runOf } from '../insight/runs.ts';
import { generator } from '../log/generator.ts';

const t = translator({}, 'en');

function histogramOfValues(values: readonly number[]): Histogram {
  const bins = new Array<number>(binCount).fill(0);
  for (const value of values) bins[binOf(value)] = (bins[binOf(value)] ?? 0) + 1;
  return histogramOf(bins);
}

function runWith(histograms: readonly (Histogram | null)[]): Run {
  const run = runOf({ firstNorms: [1, 1], norms: histograms.map(() => [1, 1]) });
  run.gradients.histograms = histograms.map((of) => of && [of, of]);
  return run;
}

const random = generator(4);
/** Of either sign and of sizes from 2^-100 to 2^(spread - 100), with zeros and what is not finite. */
const randomValues = (spread: number): number[] =>
  Array.from({ length: 300 }, () => {
    const kind = random();
    if (kind < 0.05) return 0;
    if (kind < 0.1) return NaN;
    return (random() < 0.4 ? -1 : 1) * 2 ** (spread * random() - 100);
  });

describe('a histogram over time', () => {
  it.each([5, 30, 80, 200])('has rows that sum to what was measured, over %i powers', (spread) => {
    const histograms = Array.from({ length: 12 }, () => histogramOfValues(randomValues(spread)));
    const map = histogramMap(runWith(histograms), 1);
    histograms.forEach((of, column) => {
      const sum = map?.values.reduce((all, row) => all + (row[column] ?? 0), 0);
      expect(sum).toBe(300);
      expect(total(of)).toBe(300);
    });
    expect(map?.values.length).toBeLessThanOrEqual(82);
  });

  it('has large positive elements at the top, 0 in the middle and large negative ones below', () => {
    const map = histogramMap(runWith([histogramOfValues([4, 0.5, 0.5, 0, 0, 0, -1])]), 0);
    expect(map?.rows.entries.map(({ name }, row) => [t(name), map.values[row]?.[0]])).toEqual([
      ['2² to 2³ (4 to 8)', 1],
      ['2¹ to 2² (2 to 4)', 0],
      ['2⁰ to 2¹ (1 to 2)', 0],
      ['2⁻¹ to 2⁰ (0.5 to 1)', 2],
      ['0, or smaller than 1.2e−38', 3],
      ['−2⁻¹ to −2⁰ (−0.5 to −1)', 0],
      ['−2⁰ to −2¹ (−1 to −2)', 1],
      ['−2¹ to −2² (−2 to −4)', 0],
      ['−2² to −2³ (−4 to −8)', 0],
    ]);
  });

  it('has a row of its own for what is not finite, and a name for it', () => {
    const map = histogramMap(runWith([histogramOfValues([1, NaN, Infinity])]), 0);
    expect(map?.rows.entries[0]?.tick).toBe('NaN, ∞');
    expect(map?.values[0]).toEqual([2]);
  });

  it('is nothing for a run of an earlier version, and leaves out epochs that have none', () => {
    expect(histogramMap(runWith([null, null]), 0)).toBeUndefined();
    const run = runWith([null, histogramOfValues([1])]);
    expect(histogramMap(run, 0)?.values[0]).toEqual([undefined, 1]);
    expect(histogramNotes(run, 0, 1).map(t)).toEqual([
      'No histogram was measured at epoch 1.',
      '1 epochs come from an earlier version of Loss Lab and have none.',
    ]);
  });

  it('is nothing while all of it is 0 but says so', () => {
    const run = runWith([histogramOfValues([0, 0])]);
    expect(histogramMap(run, 0)?.values).toEqual([[2]]);
    expect(histogramNotes(run, 0, 1).map(t)).toEqual([
      'dense-1, epoch 1: 2 elements in the steps sampled, 2 of them 0, 0 NaN or infinite.',
    ]);
  });
});

describe('the median size', () => {
  it('lies in the power of two that a plain median lies in', () => {
    for (let i = 0; i < 50; i++) {
      const values = randomValues(40).filter((value) => value !== 0 && Number.isFinite(value));
      const sizes = values.map(Math.abs).sort((a, b) => a - b);
      const plain = sizes[Math.ceil(sizes.length / 2) - 1] ?? NaN;
      expect(medianExponent(histogramOfValues(values))).toBe(
        Math.floor(Math.log2(Math.fround(plain))),
      );
    }
  });

  it('is none where nothing is left', () => {
    expect(medianExponent(histogramOfValues([0, NaN]))).toBeUndefined();
  });
});

it('powers of two are written with raised digits', () => {
  expect([-126, 0, 7].map(powerOfTwo)).toEqual(['2⁻¹²⁶', '2⁰', '2⁷']);
});
