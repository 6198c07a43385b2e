import type { Translator } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { argText } from '../parts/text.tsx';
import type { Plot, Series } from '../plots/plot.ts';
import { read, type Trace } from '../series/trace.ts';

/**
 * Every point of plots as JSON, in columns: numbers in full, with NaN and the infinities, which JSON has
 * not, as the texts "NaN", "Infinity" and "-Infinity".
 */
export function plotsJson(plots: readonly Plot[], runs: readonly Run[], t: Translator): string {
  const content = {
    generator: 'Loss Lab',
    notFinite: ['NaN', 'Infinity', '-Infinity'],
    runs: runs.map(({ identity, state }) => ({
      id: identity.id,
      name: identity.name,
      state,
      spec: identity.spec,
    })),
    plots: plots.map((plot) => plotOf(plot, t)),
  };
  return `${JSON.stringify(content)}\n`;
}

function plotOf({ key, title, unit, x, y, series }: Plot, t: Translator): object {
  return {
    key,
    title: t(title),
    unit: unit && t(unit),
    x: { axis: x.link, title: t(x.title) },
    y: { title: t(y.title), scale: y.scale },
    series: series.map((of) => seriesOf(of, t)),
  };
}

function seriesOf({ label, part, runId, trace, band, steps }: Series, t: Translator): object {
  const { begin, end } = trace;
  return {
    label: argText(label, t),
    kind: part,
    runId: runId ?? null,
    step: steps && Array.from({ length: end - begin }, (_, i) => steps[begin + i] ?? null),
    x: column(trace, 'xs'),
    y: column(trace, 'ys'),
    lower: band && column(band.lower, 'ys'),
    upper: band && column(band.upper, 'ys'),
  };
}

function column(trace: Trace, which: 'xs' | 'ys'): (number | string)[] {
  return Array.from({ length: trace.end - trace.begin }, (_, i) => {
    const value = read(trace[which], trace.begin + i);
    return Number.isFinite(value) ? value : String(value);
  });
}
