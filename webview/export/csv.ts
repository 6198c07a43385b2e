import type { Translator } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import type { Plot, Series } from '../plots/plot.ts';
import { argText } from '../parts/text.tsx';
import { read } from '../series/trace.ts';

const head = 'plot,run_id,run,line,kind,step,x_axis,x,value,lower,upper';

/**
 * Every point of plots as CSV (RFC 4180), a row each: numbers in full, with NaN, Infinity and −Infinity as
 * these words; lower and upper are what seeds span around their mean.
 */
export function plotsCsv(plots: readonly Plot[], runs: readonly Run[], t: Translator): string {
  const lines = plots.flatMap((plot) => plot.series.flatMap((of) => rows(of, plot, runs, t)));
  return [head, ...lines, ''].join('\r\n');
}

function rows(series: Series, plot: Plot, runs: readonly Run[], t: Translator): string[] {
  const { trace, runId = '', part, label, band, steps } = series;
  const name = runs.find(({ identity }) => identity.id === runId)?.identity.name ?? '';
  const texts = [t(plot.title), runId, name, argText(label, t), part];
  const start = texts.map(field).join(',');
  const axis = field(plot.x.link);
  return Array.from({ length: trace.end - trace.begin }, (_, i) => {
    const index = trace.begin + i;
    const x = read(trace.xs, index);
    const spread = band === undefined ? ',' : `${read(band.lower.ys, i)},${read(band.upper.ys, i)}`;
    return `${start},${steps?.[index] ?? ''},${axis},${x},${read(trace.ys, index)},${spread}`;
  });
}

/** A text as a field; a spreadsheet is kept from taking one that begins like a formula for one. */
export function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
