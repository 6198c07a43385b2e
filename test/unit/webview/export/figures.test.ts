import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../../src/l10n.ts';
import type { Run } from '../../../../src/run/run.ts';
import { allPlots } from '../../../../webview/export/all-plots.ts';
import { bestAndLast } from '../../../../webview/export/best-and-last.ts';
import { plotsCsv } from '../../../../webview/export/csv.ts';
import { plotsJson } from '../../../../webview/export/figures-json.ts';
import { fileName } from '../../../../webview/export/file-name.ts';
import { plotMarkdown } from '../../../../webview/export/markdown.ts';
import { lossPlot } from '../../../../webview/plots/loss.ts';
import { accuracyPlot } from '../../../../webview/plots/accuracy.ts';
import type { Plot } from '../../../../webview/plots/plot.ts';
import { pointsOf } from '../../../../webview/series/trace.ts';
import { runOf } from '../../insight/runs.ts';
import { drawing } from '../drawing.ts';

const t = translator({}, 'en');
const hostile = [0.1 + 0.2, 5e-324, 1.7976931348623157e308, NaN, Infinity, -Infinity, -0.5, 1 / 3];
const name = '=cmd|"<script>", \u202eevil';
const run = runOf({ name, accuracies: [0.1, 0.5, 0.7], batchLosses: hostile });
const plot = lossPlot({ kind: 'ruler', name: 'cross-entropy' }, drawing([run], { x: 'step' }));

/** All points of a plot in the order of its lines. */
const pointsIn = (of: Plot): { x: number; y: number }[] =>
  of.series.flatMap(({ trace }) => pointsOf(trace).map(({ x, y }) => ({ x, y })));

describe('figures as CSV', () => {
  const csv = plotsCsv([plot], [run], t);
  const { data, errors } = Papa.parse<Record<string, string>>(csv, {
    header: true,
    skipEmptyLines: true,
  });

  it('parse back to the very numbers, NaN and the infinities among them', () => {
    expect(errors).toEqual([]);
    expect(data.map(({ x, value }) => ({ x: Number(x), y: Number(value) }))).toEqual(
      pointsIn(plot),
    );
    const batches = data.filter(({ kind }) => kind === 'batch').map(({ value }) => Number(value));
    expect(batches).toEqual(hostile);
  });

  it('name the run, and no spreadsheet takes that for a formula', () => {
    expect(data[0]?.['run']).toBe(`'${name}`);
  });

  it('have what seeds span beside their mean', () => {
    const seeds = [0.4, 0.6].map((last, position) =>
      runOf({ name: `CE · ${position + 1}`, position, group: 'g', accuracies: [0.1, last] }),
    );
    const mean = accuracyPlot(drawing(seeds, { seeds: 'range' }));
    const rows = Papa.parse<Record<string, string>>(plotsCsv([mean], seeds, t), { header: true });
    const last = rows.data.findLast(({ kind }) => kind === 'main');
    expect([last?.['lower'], last?.['value'], last?.['upper']].map(Number)).toEqual([
      0.4, 0.5, 0.6,
    ]);
  });
});

describe('figures as JSON', () => {
  const words = ['NaN', 'Infinity', '-Infinity'];
  const told: unknown = JSON.parse(plotsJson([plot], [run], t), (_key, item: unknown) =>
    typeof item === 'string' && words.includes(item) ? Number(item) : item,
  );

  it('parse back to the very numbers', () => {
    const series = plot.series.map(({ trace }) => ({
      x: pointsOf(trace).map(({ x }) => x),
      y: pointsOf(trace).map(({ y }) => y),
    }));
    expect(told).toMatchObject({ plots: [{ series }] });
  });

  it('say what they are measured in, on which axis, and of which run', () => {
    expect(told).toMatchObject({
      runs: [{ id: run.identity.id, name }],
      plots: [
        {
          unit: 'nats, sum over classes',
          x: { axis: 'step' },
          series: [{ runId: run.identity.id }, {}, {}],
        },
      ],
    });
  });
});

describe('figures as Markdown', () => {
  it('are the table twin, with names as they are written', () => {
    const lines = plotMarkdown(accuracyPlot(drawing([run])), t).split('\n');
    expect(lines).toHaveLength(2 + 3 + 1);
    expect(lines[0]).toContain('=cmd\\|"&lt;script>"');
    expect(lines[3]).toBe('| epoch 1 | 50.0% | 50.0% |');
  });
});

describe('best and last values', () => {
  const values = (of: Run, key: string): unknown => {
    const reported = allPlots(drawing([of]), []).find(({ plot: { key: own } }) => own === key);
    return reported && bestAndLast(reported)[0];
  };

  it('are the highest accuracy and where it was, and the last', () => {
    const told = values(runOf({ accuracies: [0.1, 0.8, 0.8, 0.6] }), 'accuracy');
    expect(told).toMatchObject({
      best: { value: { value: 0.8 }, at: { args: { epoch: { value: 1 } } } },
      last: { value: { value: 0.6 }, at: { args: { epoch: { value: 3 } } } },
    });
  });
});

describe('names of files', () => {
  it.each([
    ['Cross-entropy of both models', 'Loss Lab Cross-entropy of both models.svg'],
    ['a/b\\c:*?"<>|\u0000\u202ed', 'Loss Lab a b c d.svg'],
    ['...', 'Loss Lab.svg'],
  ])('%j makes %s', (title, made) => expect(fileName(title, 'svg')).toBe(made));

  it('are no longer than a file system takes', () => {
    expect(fileName('😀'.repeat(200), 'png').length).toBeLessThan(90);
  });
});
