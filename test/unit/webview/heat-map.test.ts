import { describe, expect, it } from 'vitest';
import { message, translator } from '../../../src/l10n.ts';
import { rampSteps } from '../../../webview/colour-ramp.ts';
import { cellAfter } from '../../../webview/charts/heat-keys.ts';
import { cellAt, columnTicks, heatLayout, spanAt } from '../../../webview/charts/heat-layout.ts';
import { paintMap } from '../../../webview/charts/heat-paint.ts';
import { legendTicks, logScale, paintOf } from '../../../webview/plots/colour-scale.ts';
import { fold, spansOf, survey, type HeatMap } from '../../../webview/plots/heat-map.ts';
import { cellWords, heatSummary } from '../../../webview/plots/heat-words.ts';
import type { Theme } from '../../../webview/theme.ts';
import { generator } from '../log/generator.ts';

const t = translator({}, 'en');

function mapOf(values: HeatMap['values'], fitted = values.flat()): HeatMap {
  const scale = { title: message('norm'), format: 'ratio', zeros: 'marked' } as const;
  const finite = fitted.flatMap((value) => value ?? []);
  return {
    title: message('Norm'),
    subject: 'CE',
    rows: {
      title: message('layer'),
      kind: 'things',
      entries: values.map((_, row) => ({ name: message(`layer ${row}`), tick: `layer ${row}` })),
    },
    columns: { title: message('epoch'), moments: (values[0] ?? []).map((_, column) => column) },
    values,
    scale: logScale(finite, scale),
    folding: 'both',
    tell: (row, column) => message(String(values[row]?.[column])),
  };
}

describe('columns that share a place', () => {
  it('are all there, once, in order, in no more places than there are', () => {
    const random = generator(1);
    for (let i = 0; i < 200; i++) {
      const [columns, limit] = [1 + Math.floor(3000 * random()), 1 + Math.floor(500 * random())];
      const spans = spansOf(columns, limit);
      expect(spans.length).toBeLessThanOrEqual(limit);
      const all = spans.flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, k) => from + k),
      );
      expect(all).toEqual(Array.from({ length: columns }, (_, k) => k));
    }
  });

  it('keep every planted extreme and NaN at any width', () => {
    const random = generator(2);
    for (let i = 0; i < 200; i++) {
      const values = Array.from({ length: 1 + Math.floor(2500 * random()) }, () => 1 + random());
      const at = (): number => Math.floor(values.length * random());
      const [high, low, bad] = [at(), at(), at()];
      values[high] = 100;
      values[low] = 0.001;
      values[bad] = random() < 0.5 ? NaN : Infinity;
      const folded = spansOf(values.length, 1 + Math.floor(600 * random())).map((of) =>
        fold(values, of),
      );
      const finite = values.filter(Number.isFinite);
      const maxima = folded.flatMap((of) => (of && !Number.isNaN(of.max) ? of.max : []));
      const minima = folded.flatMap((of) => (of && !Number.isNaN(of.min) ? of.min : []));
      expect(Math.max(-1, ...maxima)).toBe(Math.max(-1, ...finite));
      expect(Math.min(1e9, ...minima)).toBe(Math.min(1e9, ...finite));
      expect(folded.reduce((sum, of) => sum + (of?.invalid ?? 0), 0)).toBe(1);
    }
  });

  it('are nothing where nothing was measured, and NaN where nothing is finite', () => {
    expect(fold([undefined, undefined], { from: 0, to: 2 })).toBeUndefined();
    expect(fold([NaN, undefined, -Infinity], { from: 0, to: 3 })).toEqual({
      min: NaN,
      max: NaN,
      invalid: 2,
    });
  });
});

describe('the colour scale', () => {
  const scale = mapOf([[0.001, 1]]).scale;

  it('goes from one end to the other in equal steps of the logarithm', () => {
    expect([0.001, 0.01, 0.1, 1].map((value) => Number(paintOf(value, scale)).toFixed(9))).toEqual(
      [0, 1 / 3, 2 / 3, 1].map((place) => place.toFixed(9)),
    );
  });

  it('has a sign for what has no place on it', () => {
    const odd = [NaN, -Infinity, 0, 2, 0.0001, undefined].map((value) => paintOf(value, scale));
    expect(odd).toEqual(['invalid', 'invalid', 'zero', 'above', 'below', 'empty']);
    expect(paintOf(0, { ...scale, zeros: 'empty' })).toBe('empty');
    expect(paintOf(0, { ...scale, kind: 'linear', min: 0, max: 1 })).toBe(0);
  });

  it('is told by at least two numbers that lie on it, also far from 1', () => {
    const random = generator(3);
    for (let i = 0; i < 500; i++) {
      const value = 10 ** (600 * random() - 300);
      const some = mapOf([[value, value * 10 ** (8 * random())]]).scale;
      const ticks = legendTicks(some);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      for (const tick of ticks) {
        const place = paintOf(tick, some);
        expect(typeof place === 'number' && place >= -1e-6 && place <= 1 + 1e-6, `${tick}`).toBe(
          true,
        );
      }
    }
  });

  it('counts what it does not show', () => {
    const map = mapOf(
      [
        [NaN, 0, 5, 0.1],
        [1, undefined, Infinity, 0.01],
      ],
      [0.1, 1],
    );
    expect(survey(map).exceptions).toEqual({ invalid: 2, zero: 1, above: 1, below: 1 });
  });
});

describe('a map in words', () => {
  it('tells its extremes with their places, and what has no colour', () => {
    const map = mapOf([
      [0.1, NaN, 2],
      [0, 3, 4],
    ]);
    expect(t(heatSummary(map))).toBe(
      'Heat map: Norm, CE. smallest 0 at layer 1, step 1 · largest 4 at layer 1, epoch 2 · ' +
        '1 exactly 0 · 1 NaN or infinite',
    );
    expect(t(heatSummary(mapOf([])))).toBe('Heat map: Norm, CE, no values yet');
  });

  it('tells a cell of several epochs by its extremes', () => {
    const map = mapOf([[1, NaN, 3, 2]]);
    expect(t(cellWords(map, 0, { from: 0, to: 4 }))).toBe('1 to 3, 1 NaN or infinite');
    expect(t(cellWords(map, 0, { from: 1, to: 2 }))).toBe('NaN');
  });
});

describe('the layout', () => {
  const map = mapOf([0, 1, 2].map(() => Array.from({ length: 2001 }, () => 1)));
  const layout = heatLayout(map, 500, 1);

  it('finds the cell and the columns that share its place', () => {
    const cell = cellAt(map, layout, 250, layout.rowHeight * 1.5);
    expect(cell).toEqual({ row: 1, column: 1000 });
    expect(cellAt(map, layout, 250, layout.height + 1)).toBeUndefined();
    expect(cellAt(map, layout, -1, 1)).toBeUndefined();
  });

  it('knows the share of every column', () => {
    for (let columns = 1; columns < 400; columns += 7) {
      const spans = spansOf(columns, 60);
      for (let column = 0; column < columns; column++) {
        const { from, to } = spanAt({ ...layout, spans }, column);
        expect(from <= column && column < to).toBe(true);
      }
    }
  });

  it('gives the last column as much room as the others', () => {
    const sizes = spansOf(2001, 200).map(({ from, to }) => to - from);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBe(1);
  });

  it('names round epochs, as many as have room', () => {
    const names = columnTicks(map, layout);
    expect(names).toEqual([200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000]);
  });
});

describe('the keyboard', () => {
  const spans = spansOf(6, 3); // 0 1 | 2 3 | 4 5
  const press = (key: string, ctrlKey = false) =>
    cellAfter({ row: 1, column: 2 }, { key, ctrlKey }, 3, { spans });

  it('moves from cell to cell as they are drawn, and stays inside', () => {
    expect(press('ArrowRight')).toEqual({ row: 1, column: 4 });
    expect(press('ArrowLeft')).toEqual({ row: 1, column: 0 });
    expect(press('ArrowUp')).toEqual({ row: 0, column: 2 });
    expect(press('ArrowDown')).toEqual({ row: 2, column: 2 });
    expect(press('PageUp')).toEqual({ row: 1, column: 0 });
    expect(press('PageDown')).toEqual({ row: 1, column: 4 });
  });

  it('goes to the ends of the row, and with Ctrl to the corners', () => {
    expect([press('Home'), press('End')]).toEqual([
      { row: 1, column: 0 },
      { row: 1, column: 4 },
    ]);
    expect([press('Home', true), press('End', true)]).toEqual([
      { row: 0, column: 0 },
      { row: 2, column: 4 },
    ]);
  });

  it('leaves other keys alone', () => {
    expect(press('Tab')).toBeUndefined();
  });
});

describe('painting', () => {
  it('shows one NaN of 2,000 epochs, and the extremes beside it', () => {
    const values = Array.from({ length: 2000 }, () => 1);
    values[700] = 100;
    values[702] = NaN;
    values[704] = 0.01;
    const map = mapOf([values]);
    const rects = painted(map, 300);
    const near = rects.filter(({ x, width }) => x <= 105.5 && x + width >= 105.5);
    const colours = near.map(({ colour }) => colour);
    expect(colours).toContain('red');
    expect(colours).toContain('ramp 63');
    expect(colours).toContain('ramp 0');
    expect(near.find(({ colour }) => colour === 'red')?.width).toBeGreaterThanOrEqual(3);
  });

  it('draws nothing where nothing was measured', () => {
    expect(painted(mapOf([[undefined, undefined]]), 300)).toEqual([]);
  });
});

interface Rect {
  readonly colour: string;
  readonly x: number;
  readonly width: number;
}

/** The rectangles that are filled, by a canvas that only notes them down. */
function painted(map: HeatMap, width: number): Rect[] {
  const rects: Rect[] = [];
  const nothing = (): void => undefined;
  const canvas = {
    fillStyle: '',
    fillRect(x: number, _: number, of: number) {
      rects.push({ colour: this.fillStyle, x, width: of });
    },
    ...{ save: nothing, restore: nothing, beginPath: nothing, rect: nothing, clip: nothing },
    ...{ moveTo: nothing, lineTo: nothing, stroke: nothing, fill: nothing },
  };
  const ramp = Array.from({ length: rampSteps }, (_, step) => `ramp ${step}`);
  const theme = { ramp, invalid: 'red', background: 'black', description: 'grey' };
  paintMap(
    canvas as unknown as CanvasRenderingContext2D,
    map,
    heatLayout(map, width, 1),
    theme as unknown as Theme,
  );
  return rects;
}
