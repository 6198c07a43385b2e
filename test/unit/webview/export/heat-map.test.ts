import { describe, expect, it } from 'vitest';
import { translator } from '../../../../src/l10n.ts';
import { rampSteps } from '../../../../webview/colour-ramp.ts';
import { heatCsv, heatJson, heatMarkdown } from '../../../../webview/export/heat-figures.ts';
import { heatPicture } from '../../../../webview/export/heat-picture.ts';
import { wrapped } from '../../../../webview/export/paint-text.ts';
import { pictureSvg } from '../../../../webview/export/picture-svg.ts';
import { reportTheme } from '../../../../webview/export/report-style.ts';
import { textWidth } from '../../../../webview/export/text-width.ts';
import { gradientMaps } from '../../../../webview/plots/gradient-map.ts';
import type { HeatMap } from '../../../../webview/plots/heat-map.ts';
import { runOf } from '../../insight/runs.ts';

const t = translator({}, 'en');
const ramp = Array.from({ length: rampSteps }, (_, step) => `rgb(0, 0, ${step})`);
const theme = { ...reportTheme, ramp };

function mapOf(norms: number[][]): HeatMap {
  const [first = []] = norms;
  const accuracies = norms.map(() => 0.5);
  const run = runOf({ name: '=<b>', firstNorms: first, norms, accuracies });
  const [map] = gradientMaps('norm', [{ ...run, state: 'completed' }]);
  if (map === undefined) throw new Error('a run has a map');
  return map;
}

const map = mapOf([
  [0.001, 0.1],
  [NaN, 0.2],
  [Infinity, 0],
]);

describe('the figures of a heat map', () => {
  it('are a row each in CSV, whatever their value is', () => {
    const [head, ...lines] = heatCsv(map, t).trimEnd().split('\r\n');
    expect(head).toBe('map,run,row,column,value');
    const cells = lines.map((line) => line.split(',').slice(-4));
    expect(cells).toEqual([
      ["'=<b>", 'dense-1', '0', '0.001'],
      ["'=<b>", 'dense-1', '1', '0.001'],
      ["'=<b>", 'dense-1', '2', 'NaN'],
      ["'=<b>", 'dense-1', '3', 'Infinity'],
      ["'=<b>", 'dense-2', '0', '0.1'],
      ["'=<b>", 'dense-2', '1', '0.1'],
      ["'=<b>", 'dense-2', '2', '0.2'],
      ["'=<b>", 'dense-2', '3', '0'],
    ]);
  });

  it('are rows of columns in JSON, with what is not finite as text', () => {
    expect(JSON.parse(heatJson(map, t))).toMatchObject({
      rows: { names: ['dense-1', 'dense-2'] },
      columns: { values: [0, 1, 2, 3] },
      values: [
        [0.001, 0.001, 'NaN', 'Infinity'],
        [0.1, 0.1, 0.2, 0],
      ],
    });
  });

  it('are a row an epoch in Markdown', () => {
    const lines = heatMarkdown(map, t).trimEnd().split('\n');
    expect(lines).toHaveLength(2 + 4);
    expect(lines[0]).toMatch(/=&lt;b> \| dense-1 \| dense-2 \|$/);
  });
});

describe('a heat map as a picture', () => {
  /** The cells: what is filled after the map was moved to its place. */
  const filled = (of: HeatMap): string[] => {
    const [, cells = ''] = pictureSvg(heatPicture(of, theme, t)).split('<g transform');
    return [...cells.matchAll(/<rect [^>]*fill="([^"]+)"/g)].map(([, fill = '']) => fill);
  };

  it('has a cell for each value, with those that are not finite or 0 in a colour of their own', () => {
    const fills = filled(map);
    const others = [theme.invalid, theme.description];
    expect(fills.filter((fill) => ramp.includes(fill))).toHaveLength(5);
    expect(fills.filter((fill) => fill === others[0])).toHaveLength(2);
    expect(fills.filter((fill) => fill === others[1])).toHaveLength(1);
  });

  it('keeps the largest value and says that columns were folded where there are more than pixels', () => {
    const norms = Array.from({ length: 3000 }, (_, i) => [i === 1777 ? 1000 : 1, 1]);
    const large = mapOf(norms);
    const svg = pictureSvg(heatPicture(large, theme, t));
    expect(filled(large).filter((fill) => fill === ramp.at(-1))).toHaveLength(1);
    expect(svg).toMatch(/Each cell is up to \d+ epochs/);
  });

  it('is text that no name can break', () => {
    const svg = pictureSvg(heatPicture(map, theme, t));
    expect(svg).not.toContain('<b>');
    expect(svg.match(/<g /g)).toHaveLength(svg.match(/<\/g>/g)?.length ?? 0);
  });
});

describe('a text in lines', () => {
  const latin = 'Of several values of one column the largest is shown, and nothing is left out.';
  const chinese = '同一列有多个值时显示最大的一个，其余的不会丢失。';

  it.each([latin, chinese])('fits, and loses no character but spaces at the breaks: %s', (text) => {
    const lines = wrapped(text, 120, 11);
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(120);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  });

  it('has a word that is wider than the line in one of its own', () => {
    expect(wrapped('a internationalisation b', 30, 11)).toEqual(['a', 'internationalisation', 'b']);
  });
});
