import { describe, expect, it } from 'vitest';
import { translator } from '../../../../src/l10n.ts';
import { pixelsOf } from '../../../../webview/charts/view.ts';
import { linePicture } from '../../../../webview/export/figure.ts';
import { pictureSvg } from '../../../../webview/export/picture-svg.ts';
import { reportTheme } from '../../../../webview/export/report-style.ts';
import { lossPlot } from '../../../../webview/plots/loss.ts';
import type { Plot } from '../../../../webview/plots/plot.ts';
import { read } from '../../../../webview/series/trace.ts';
import { runOf } from '../../insight/runs.ts';
import { drawing } from '../drawing.ts';

const t = translator({}, 'en');
const count = 20_000;
/** Every 500th is a spike, and what lies in the middle between two of them is NaN or a dip. */
const losses = Array.from({ length: count }, (_, i) => {
  if (i % 500 === 250) return i % 1000 === 250 ? NaN : 0.01;
  return i % 500 === 0 ? 2 + (i / count) * 0.4 : 1 + 0.1 * Math.sin(i);
});
const run = runOf({ name: '<script>&\u0001"', accuracies: [0.1, 0.5], batchLosses: losses });
const steps = { ...run.setting, stepsPerEpoch: count / 30 };
Object.assign(run, { setting: steps });
const plot = lossPlot({ kind: 'ruler', name: 'cross-entropy' }, drawing([run], { x: 'step' }));

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The corners of all paths. */
function spotsIn(svg: string): Spot[] {
  return [...svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }));
}

/** Where values lie, by the rectangle that lines are cut to: it is wider by 6 at three edges. */
function placing(svg: string, of: Plot): (index: number, value: number) => Spot {
  const found = /<clipPath[^>]*><path d="M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)/.exec(svg);
  const [left = NaN, top = NaN, width = NaN, height = NaN] = (found ?? []).slice(1).map(Number);
  const { min, max } = of.x;
  const yOf = pixelsOf(of.y, top, top + height - 6);
  const trace = of.series.find(({ part }) => part === 'batch')?.trace;
  return (index, value) => {
    const at = trace === undefined ? NaN : read(trace.xs, index);
    return { x: left + 6 + ((at - min) / (max - min)) * (width - 12), y: yOf(value) };
  };
}

describe('a plot as SVG', () => {
  const view = { x: [plot.x.min, plot.x.max], y: plot.y } as const;
  const size = { width: 800, height: 450 };
  const svg = pictureSvg(linePicture({ plot, view, theme: reportTheme, t, ...size }));
  const spots = spotsIn(svg);
  const place = placing(svg, plot);
  const isNear = (at: Spot, x: number, y: number): boolean =>
    spots.some((spot) => Math.abs(spot.x - at.x) <= x && Math.abs(spot.y - at.y) <= y);

  it('draws the very tip of every spike and dip', () => {
    const lost = losses.flatMap((value, index) => {
      const isPlanted = index % 250 === 0 && !Number.isNaN(value);
      return isPlanted && !isNear(place(index, value), 0.75, 0.6) ? [index] : [];
    });
    expect(lost).toEqual([]);
  });

  it('marks every NaN at the top', () => {
    const { top } = { top: place(0, plot.y.max).y };
    const lost = losses.flatMap((value, index) => {
      const x = place(index, 0).x;
      return Number.isNaN(value) && !isNear({ x: x - 4, y: top }, 1, 0.1) ? [index] : [];
    });
    expect(losses.filter(Number.isNaN)).toHaveLength(20);
    expect(lost).toEqual([]);
  });

  it('is text that no name can break', () => {
    expect(svg).not.toMatch(/<script|\u0001/);
    expect(svg).toContain('&lt;script&gt;&amp;&quot;');
    const opened = [...svg.matchAll(/<(\w+)(?: [\w:-]+="[^"<>]*")*(\/?)>|<\/(\w+)>/g)];
    const open: string[] = [];
    for (const [, name = '', closed, ending] of opened) {
      if (ending !== undefined) expect(open.pop()).toBe(ending);
      else if (closed === '') open.push(name);
    }
    expect(open).toEqual([]);
    expect(svg.split('<').length - 1).toBe(opened.length);
  });
});
