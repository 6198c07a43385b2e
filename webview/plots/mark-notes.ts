import { count, message, type Message, type MessageArg } from '../../src/l10n.ts';
import { extentOf } from '../series/outline.ts';
import type { Series, YAxis } from './plot.ts';
import { union } from './range.ts';
import { figureOf } from './words.ts';

/** What the marks at the edges of a plot stand for, when all of it is shown; a band has none. */
export function markNotes(series: readonly Series[], y: YAxis): Message[] {
  const { min, max, invalid } = union(series.map(({ trace }) => extentOf(trace)));
  return [
    ...(max > y.max ? [above(figureOf(max, y))] : []),
    ...(min < y.min ? [below(figureOf(min, y))] : []),
    ...(invalid > 0 ? [crossed(invalid)] : []),
  ];
}

const above = (value: MessageArg): Message =>
  message('Values above the plot are marked at its top; the largest is {value}.', { value });

const below = (value: MessageArg): Message =>
  message('Values below the plot are marked at its bottom; the least is {value}.', { value });

const crossed = (values: number): Message =>
  message('Values that are NaN or infinite are marked by crosses at the top: {count}.', {
    count: count(values),
  });
