import { describe, expect, test } from 'vitest';
import { binCount, binOf, histogramOf, type Histogram } from '../../../src/run/histogram.ts';
import { decodeEvent, encodeEvent } from '../../../src/run/log/codec.ts';
import { encodeProtoEvent, decodeProtoEvent } from '../../../src/run/log/event-proto.ts';
import { bucketsOf, histogramFrom } from '../../../src/run/log/histogram-codec.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { statistics } from '../make-run.ts';

function of(...values: readonly number[]): Histogram {
  const bins = new Float64Array(binCount);
  for (const value of values) bins[binOf(value)] = (bins[binOf(value)] ?? NaN) + 1;
  return histogramOf(bins);
}

const histograms = {
  nothing: of(),
  zeros: of(0, -0, 1e-45),
  'one value': of(0.75),
  'both signs': of(-3, -0.1, 0, 0.1, 5, 5.5, 1e-30),
  'not finite': of(1, NaN, Infinity, -Infinity),
  extremes: of(2 ** -126, -3.4e38),
};

test('a value lies in the power of two below it', () => {
  expect(of(1, 1.5, 2, -0.25)).toEqual({
    lowest: -2,
    negative: [1, 0, 0, 0],
    zeros: 0,
    positive: [0, 0, 2, 1],
    notFinite: 0,
  });
});

describe.each(Object.entries(histograms))('a histogram of %s', (_name, histogram) => {
  test('has ascending buckets that hold all that is finite', () => {
    const { total, limits, counts } = bucketsOf(histogram);
    expect(limits).toEqual([...limits].sort((a, b) => a - b));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total - histogram.notFinite);
  });

  test('is the same after the log', () => {
    expect(histogramFrom(bucketsOf(histogram))).toEqual(histogram);
    const layers = [statistics(1), statistics(2)];
    const event: RunEvent = {
      type: 'gradients', wallTime: 7, step: 3, window: 'epoch', epoch: 1, layers, histograms: [histogram, of(1)],
    }; // prettier-ignore
    const record = encodeProtoEvent(encodeEvent(event, ['dense-1', 'a/b']));
    const proto = decodeProtoEvent(record);
    expect(decodeEvent(proto)).toEqual({
      ...event,
      layers: layers.map((layer) => ({ ...layer, updateRatio: Math.fround(layer.updateRatio) })),
    });
  });
});

test('buckets of another make are no histogram of ours', () => {
  expect(histogramFrom({ total: 3, limits: [-1, 1, 3], counts: [1, 1, 1] })).toBeUndefined();
  expect(histogramFrom({ total: 3, limits: [1, 2], counts: [1, 2] })).toBeUndefined();
  expect(histogramFrom({ total: 1, limits: [-1, 1, 2], counts: [0.5, 0.5, 0] })).toBeUndefined();
});
