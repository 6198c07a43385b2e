import { message, type FigureFormat, type Message, type MessageArg } from '../../src/l10n.ts';
import { joined } from '../../src/insight/listing.ts';
import type { Axis, Plot, Series } from './plot.ts';

/** A plot told in one sentence, for those who cannot see it. */
export function summary(plot: Plot): Message {
  const series = plot.series.filter(({ part }) => part !== 'batch').flatMap((of) => told(of, plot));
  const lines = joined(series);
  const title = { title: plot.title, axis: plot.x.title };
  return lines === undefined
    ? message('Chart: {title} by {axis}, no values yet', title)
    : message('Chart: {title} by {axis}. {lines}', { ...title, lines });
}

function told(series: Series, plot: Plot): Message[] {
  const last = series.points.findLast(({ row }) => row !== undefined);
  if (last?.row === undefined) return [];
  const first = series.points.find(({ row }) => row !== undefined) ?? last;
  return [
    message('{series}: {first} to {last} at {row}', {
      series: series.label,
      first: figureOf(first.y, plot.y),
      last: figureOf(last.y, plot.y),
      row: plot.rowName(last.row),
    }),
    ...series.marks.flatMap(({ label }) => label ?? []),
  ];
}

/** A y value with as many digits as the table and the tooltip show. */
export function figureOf(value: number, axis: Axis): MessageArg {
  return { value, format: exactFormat(axis) };
}

function exactFormat({ format }: Axis): FigureFormat {
  if (format === 'wholePercent') return 'percent';
  return format === 'ratio' ? 'loss' : format;
}

export interface Table {
  readonly head: readonly MessageArg[];
  readonly rows: readonly {
    readonly name: Message;
    readonly cells: readonly (MessageArg | undefined)[];
  }[];
}

/** The table twin: a row for each epoch, a column for each line but the faint ones. */
export function tableOf(plot: Plot): Table {
  const series = plot.series.filter(({ part }) => part !== 'batch');
  const cells = series.map(({ points }) => new Map(points.map(({ row, y }) => [row, y])));
  const rows = [...new Set(series.flatMap(({ points }) => points.flatMap(({ row }) => row ?? [])))];
  return {
    head: series.map(({ label }) => label),
    rows: rows
      .sort((a, b) => a - b)
      .map((row) => ({
        name: plot.rowName(row),
        cells: cells.map((of) => {
          const y = of.get(row);
          return y === undefined ? undefined : figureOf(y, plot.y);
        }),
      })),
  };
}

/** The last value of each main line, for the plot's headline. */
export function latestValues(plot: Plot): { slot: number; value: MessageArg }[] {
  return plot.series.flatMap(({ part, slot, points }) => {
    const last = points.findLast(({ row }) => row !== undefined);
    return part === 'main' && last !== undefined ? [{ slot, value: figureOf(last.y, plot.y) }] : [];
  });
}
