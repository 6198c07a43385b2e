import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import { isShownTick, tickText } from '../../../webview/charts/ticks.ts';
import { contrast } from '../../../webview/contrast.ts';
import {
  closeRange,
  extentOfValues as extent,
  linearRange,
  logRange,
  roundUp,
  symlogRange,
} from '../../../webview/plots/range.ts';
import { symlogTicks } from '../../../webview/charts/symlog-scale.ts';
import type { XAxis, YAxis } from '../../../webview/plots/plot.ts';
import { shareOf, valueAt, type ScaleKind } from '../../../webview/series/scale.ts';

const axis = (change: Partial<YAxis & XAxis>): YAxis & XAxis => ({
  title: { text: 'loss' },
  link: 'epoch',
  scale: 'linear',
  min: 0,
  max: 1,
  format: 'loss',
  ...change,
});

describe('ranges', () => {
  it('end at a round number', () => {
    expect(roundUp(2.303)).toBe(2.5);
    expect(roundUp(0.0901)).toBe(0.1);
    expect(roundUp(3 * 0.1)).toBe(0.3); // 0.30000000000000004
    expect(linearRange(extent([0.5, 2.303, NaN]))).toEqual({ min: 0, max: 2.5 });
  });

  it('widen for batches up to three times the lines, and leave out those beyond', () => {
    expect(linearRange(extent([1]), extent([2.9]))).toEqual({ min: 0, max: 3 });
    expect(linearRange(extent([1]), extent([3.1]))).toEqual({ min: 0, max: 1 });
  });

  it('of a log axis enclose every positive value', () => {
    expect(logRange(extent([0, 0.0003, 0.7, Infinity]))).toEqual({ min: 0.0002, max: 1 });
    expect(logRange(extent([]))).toEqual({ min: 0.001, max: 1 });
    expect(logRange(extent([1]))).toEqual({ min: 1, max: 10 });
  });

  it('of a symmetric log axis enclose both signs, linear below the least', () => {
    expect(symlogRange(extent([-30, 0, 0.02, 700]))).toEqual({
      min: -50,
      max: 1000,
      threshold: 0.01,
    });
  });

  it('enclose closely what is zoomed in on', () => {
    expect(closeRange(extent([0.52, 0.53]))).toEqual({ min: 0.519, max: 0.531 });
    expect(closeRange(extent([5]))).toEqual({ min: 4.8, max: 5.2 });
  });

  it('exist for whatever was measured', () => {
    for (const values of [[], [NaN], [1e308, -1e308], [5e-324], [0], [1e308], [-5e-324, 5e-324]]) {
      for (const range of [linearRange, logRange, symlogRange, closeRange]) {
        const { min, max } = range(extent(values));
        expect(Number.isFinite(min) && max > min, `${range.name} of ${values.join()}`).toBe(true);
      }
    }
  });
});

describe('scales', () => {
  const scale = (kind: ScaleKind): Parameters<typeof shareOf>[0] => ({
    scale: kind,
    min: kind === 'log' ? 0.01 : -10,
    max: 100,
    threshold: 0.1,
  });

  it('lead from values to shares of the axis and back', () => {
    for (const kind of ['linear', 'log', 'symlog'] as const) {
      const [to, back] = [shareOf(scale(kind)), valueAt(scale(kind))];
      expect([to(scale(kind).min), to(100)]).toEqual([0, 1]);
      for (const value of [0.02, 0.5, 3, 99]) expect(back(to(value))).toBeCloseTo(value, 9);
    }
    const symlog = scale('symlog');
    for (const value of [-9, -0.01, 0]) {
      expect(valueAt(symlog)(shareOf(symlog)(value))).toBeCloseTo(value, 9);
    }
  });

  it('say that 0 has no place on a log axis', () => {
    expect(shareOf(scale('log'))(0)).toBeNaN();
  });

  it('of symmetric logs have ticks at 0 and at powers of ten of both signs', () => {
    const ticks = symlogTicks({ scale: 'symlog', min: -50, max: 1000, threshold: 1 });
    expect(ticks).toEqual([-10, -1, 0, 10, 1000]);
  });
});

describe('ticks', () => {
  const t = translator({}, 'en');

  it('of a wide log axis are powers of ten, of a narrow one 1, 2 and 5 times them', () => {
    const values = [0.1, 0.15, 0.2, 0.5, 1];
    const wide = axis({ scale: 'log', min: 1e-5, max: 1 });
    const narrow = axis({ scale: 'log', min: 0.1, max: 1 });
    expect(values.filter((value) => isShownTick(value, wide))).toEqual([0.1, 1]);
    expect(values.filter((value) => isShownTick(value, narrow))).toEqual([0.1, 0.2, 0.5, 1]);
  });

  it('are written as what they measure', () => {
    expect(tickText(0.1 + 0.2, axis({}), t, 1)).toBe('0.3');
    expect(tickText(12.25, axis({ format: 'count' }), t, 1)).toBe('12.3');
    expect(tickText(0.8, axis({ format: 'wholePercent' }), t, 1)).toBe('80%');
    expect(tickText(1, axis({ names: ['dense-1', 'dense-2'] }), t, 1)).toBe('dense-2');
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([255, 255, 255], [255, 255, 255])).toBe(1);
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2); // #767676
  });
});
