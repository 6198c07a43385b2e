import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../webview/plots/marks.ts';
import { outlineOf, within, type Outline } from '../../../../webview/series/outline.ts';
import { SeriesIndex } from '../../../../webview/series/series-index.ts';
import { column, nearest, traceOf, type Trace } from '../../../../webview/series/trace.ts';
import { below, randoms } from './random.ts';

const count = 100_000;
const steps = Array.from({ length: count }, (_, index) => index + 1);

function traceWith(ys: readonly number[]): Trace {
  const bare = { xs: column(steps), ys: column(ys), begin: 0, end: ys.length };
  return new SeriesIndex().indexed(bare);
}

const seen = (trace: Trace, from: number, to: number, width = 1): Outline =>
  outlineOf(trace, { left: 40, right: 840, from, to, yOf: (value) => value }, width);

/** Every value that an outline shows: as a point, or as an end of a column. */
function shown(outline: Outline): Set<number> {
  return new Set(
    outline.kind === 'points'
      ? outline.points.map(({ value }) => value)
      : outline.columns.flatMap(({ min, max }) => [min, max]),
  );
}

describe('an outline', () => {
  const random = randoms(3);
  const ys = steps.map(() => random());
  const planted = Array.from({ length: 1000 }, (_, order) => ({
    at: 50 + order * 99,
    value: [2 + order, -2 - order, NaN, Infinity][order % 4] ?? NaN,
  }));
  for (const { at, value } of planted) ys[at] = value;
  const trace = traceWith(ys);

  it('shows every planted extreme and NaN at every zoom', () => {
    const zooms: [number, number][] = [[1, count]];
    for (let trial = 0; trial < 120; trial++) {
      const width = 10 ** (1 + 4 * random());
      const from = 1 + random() * (count - width);
      zooms.push([from, from + width]);
    }
    for (const [from, to] of zooms) {
      const outline = seen(trace, from, to);
      const inside = planted.filter(({ at }) => at + 1 >= from && at + 1 <= to);
      const values = shown(outline);
      const bin = (x: number): number =>
        Math.min(Math.floor(((x - from) / (to - from)) * 800), 799);
      // Of the plants that share a pixel, the highest and the lowest are what the whole line shows.
      for (const { at, value } of inside.filter((plant) => Number.isFinite(plant.value))) {
        const rivals = inside
          .filter((other) => bin(other.at + 1) === bin(at + 1) && Number.isFinite(other.value))
          .map((other) => other.value);
        const isExtreme = value === Math.max(...rivals) || value === Math.min(...rivals);
        if (isExtreme) expect(values.has(value), `${value} from ${from} to ${to}`).toBe(true);
      }
      const y = { scale: 'linear', min: -1e9, max: 1e9 } as const;
      const marks = marksOf(outline, y).filter(({ kind }) => kind === 'invalid');
      const pixels = new Set(
        inside.filter(({ value }) => !Number.isFinite(value)).map(({ at }) => bin(at + 1)),
      );
      if (outline.kind === 'columns') expect(marks).toHaveLength(pixels.size);
      else expect(marks.length).toBeGreaterThanOrEqual(pixels.size);
    }
  });

  it('has a column for each pixel of the device at most', () => {
    for (const width of [1, 0.5, 0.25]) {
      const outline = seen(trace, 1, count, width);
      if (outline.kind !== 'columns') throw new Error('It is drawn point by point');
      expect(outline.columns.length).toBeLessThanOrEqual(800 / width);
      const ascending = outline.columns.every(
        ({ x }, k) => k === 0 || x > (outline.columns[k - 1]?.x ?? x),
      );
      expect(ascending).toBe(true);
    }
  });

  it('has the first and last value of every column, so that neighbours are joined', () => {
    const outline = seen(trace, 1, count);
    if (outline.kind !== 'columns') throw new Error('It is drawn point by point');
    const [first] = outline.columns;
    const perColumn = (count - 1) / 800;
    expect(first?.first).toBe(ys[0]);
    expect(first?.last).toBe(ys[Math.ceil(perColumn) - 1]);
  });

  it('of few points is the points, and one more at either side', () => {
    const outline = seen(trace, 1000, 1005);
    if (outline.kind !== 'points') throw new Error('It is drawn by columns');
    expect(outline.points.map(({ value }) => value)).toEqual(ys.slice(998, 1006));
    expect(outline.points[1]?.x).toBe(40);
    expect(outline.points[6]?.x).toBe(840);
  });

  it('knows the points beyond its edges, to which a gap must be drawn', () => {
    const outline = seen(trace, 5000, 95_000);
    if (outline.kind !== 'columns') throw new Error('It is drawn point by point');
    expect(outline.before?.value).toBe(ys[4998]);
    expect(outline.after?.value).toBe(ys[95_000]);
  });

  it('of no point, and of one, is drawn without a fault', () => {
    expect(seen(traceWith([]), 0, 1)).toEqual({ kind: 'points', points: [] });
    expect(shown(seen(traceWith([7]), 0, 10))).toEqual(new Set([7]));
  });
});

describe('a trace', () => {
  const random = randoms(5);
  const xs = Array.from({ length: 500 }, () => below(random, 1000)).sort((a, b) => a - b);
  const trace = traceOf(xs.map((x) => ({ x, y: x })));

  it('finds the nearest point', () => {
    for (let trial = 0; trial < 200; trial++) {
      const x = random() * 1100 - 50;
      const found = nearest(trace, x) ?? NaN;
      const least = Math.min(...xs.map((other) => Math.abs(other - x)));
      expect(Math.abs((xs[found] ?? NaN) - x)).toBe(least);
    }
    expect(nearest(traceOf([]), 1)).toBeUndefined();
  });

  it('finds the points from one x to another, both included', () => {
    for (let trial = 0; trial < 200; trial++) {
      const from = below(random, 1000);
      const to = from + below(random, 300);
      const { begin, end } = within(trace, from, to);
      expect(xs.slice(begin, end)).toEqual(xs.filter((x) => x >= from && x <= to));
    }
  });
});
