import { describe, expect, it } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import { isShownTick, tickText } from '../../../webview/charts/ticks.ts';
import { contrast } from '../../../webview/contrast.ts';
import { linearRange, logRange, roundUp } from '../../../webview/plots/range.ts';
import type { Axis } from '../../../webview/plots/plot.ts';

const axis = (change: Partial<Axis>): Axis => ({
  title: { text: 'loss' },
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
    expect(linearRange([0.5, 2.303, NaN])).toEqual({ min: 0, max: 2.5 });
  });

  it('widen for batches up to three times the lines, not for more', () => {
    expect(linearRange([1], [2.9])).toEqual({ min: 0, max: 3 });
    expect(linearRange([1], [3.1])).toEqual({ min: 0, max: 1 });
  });

  it('of a log axis enclose every positive value', () => {
    expect(logRange([0, 0.0003, 0.7, Infinity])).toEqual({ min: 0.0002, max: 1 });
    expect(logRange([])).toEqual({ min: 0.001, max: 1 });
    expect(logRange([1])).toEqual({ min: 1, max: 10 });
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
    expect(tickText(0.1 + 0.2, axis({}), t)).toBe('0.3');
    expect(tickText(0.8, axis({ format: 'wholePercent' }), t)).toBe('80%');
    expect(tickText(1, axis({ names: ['dense-1', 'dense-2'] }), t)).toBe('dense-2');
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([255, 255, 255], [255, 255, 255])).toBe(1);
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2); // #767676
  });
});
