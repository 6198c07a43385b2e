import {
  type FigureFormat,
  joined,
  message,
  type Message,
  type MessageArg,
} from '../../src/l10n.ts';
import { pointAt, pointsOf, rowAt, type Point } from '../series/trace.ts';
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
  const last = lastOf(series);
  if (last?.row === undefined) return [];
  const first = firstOf(series) ?? last;
  return [
    message('{series}: {first} to {last} at {row}', {
      series: series.label,
      first: figureOf(first.y, plot.y),
      last: figureOf(last.y, plot.y),
      row: plot.rowName(last.row),
    }),
    ...series.marks.map(({ label }) => label),
  ];
}

function firstOf({ trace }: Series): Point | undefined {
  for (let index = trace.begin; index < trace.end; index++) {
    if (rowAt(trace, index) !== undefined) return pointAt(trace, index);
  }
  return undefined;
}

function lastOf({ trace }: Series): Point | undefined {
  for (let index = trace.end - 1; index >= trace.begin; index--) {
    if (rowAt(trace, index) !== undefined) return pointAt(trace, index);
  }
  return undefined;
}

/** A y value with as many digits as the table and the tooltip show. */
export function figureOf(value: number, axis: Axis): MessageArg {
  return { value, format: exactFormat(axis) };
}

function exactFormat({ format }: Axis): FigureFormat {
  if (format === 'wholePercent') return 'percent';
  if (format === 'clock') return 'count';
  return format === 'ratio' ? 'loss' : format;
}

export interface Table {
  readonly head: readonly MessageArg[];
  readonly rows: readonly {
    readonly name: Message;
    readonly cells: readonly (MessageArg | undefined)[];
  }[];
}

/** The table twin: a row for each epoch, a column for each line but the faint ones, and for bands two. */
export function tableOf(plot: Plot): Table {
  const columns = plot.series.filter(({ part }) => part !== 'batch').flatMap(columnsOf);
  const points = columns.map(({ trace }) => pointsOf(trace));
  const cells = points.map((of) => new Map(of.map(({ row, y }) => [row, y])));
  const rows = [...new Set(points.flat().flatMap(({ row }) => row ?? []))];
  return {
    head: columns.map(({ label }) => label),
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

function columnsOf({ label, trace, band }: Series): Pick<Series, 'label' | 'trace'>[] {
  if (band === undefined) return [{ label, trace }];
  return [
    { label, trace },
    { label: message('{line}, band from', { line: label }), trace: band.lower },
    { label: message('{line}, band to', { line: label }), trace: band.upper },
  ];
}

/** The last value of each main line, for the plot's headline. */
export function latestValues(plot: Plot): { slot: number; value: MessageArg }[] {
  return plot.series.flatMap((series) => {
    const last = series.part === 'main' ? lastOf(series) : undefined;
    return last === undefined ? [] : [{ slot: series.slot, value: figureOf(last.y, plot.y) }];
  });
}
