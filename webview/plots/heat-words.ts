import { count, joined, message, type Message, type MessageArg } from '../../src/l10n.ts';
import type { ColourScale } from './colour-scale.ts';
import { fold, survey, type Exception, type HeatMap, type Place, type Span } from './heat-map.ts';
import { momentName } from './moments.ts';

export const heatTitle = ({ title, subject }: HeatMap): Message =>
  message('{title}, {subject}', { title, subject });

/** A map told in one sentence, for those who cannot see it. */
export function heatSummary(map: HeatMap): Message {
  const extremes = joined(extremesOf(map));
  const title = heatTitle(map);
  return extremes === undefined
    ? message('Heat map: {title}, no values yet', { title })
    : message('Heat map: {title}. {extremes}', { title, extremes });
}

function extremesOf(map: HeatMap): Message[] {
  const { exceptions, least, most } = survey(map);
  const signs = shownSigns(map.scale)
    .filter((sign) => exceptions[sign] > 0)
    .map((sign) =>
      message('{number} {kind}', { number: count(exceptions[sign]), kind: signNames[sign] }),
    );
  if (least === undefined || most === undefined) return signs;
  return [
    message('smallest {value} at {row}, {column}', placeOf(map, least)),
    message('largest {value} at {row}, {column}', placeOf(map, most)),
    ...signs,
  ];
}

/** Those that the values of a scale can have: a 0 is nothing special where it has a place or is nothing. */
export function shownSigns({ kind, zeros }: ColourScale): Exception[] {
  const isZeroMarked = kind === 'log' && zeros === 'marked';
  return isZeroMarked ? ['zero', 'invalid', 'above', 'below'] : ['invalid', 'above', 'below'];
}

/** Those that some maps with one scale have. */
export function signsIn(maps: readonly HeatMap[]): Exception[] {
  const [first] = maps;
  const found = maps.map((map) => survey(map).exceptions);
  return first === undefined
    ? []
    : shownSigns(first.scale).filter((sign) => found.some((of) => of[sign] > 0));
}

/** What the colours stand for. */
export function scaleTitle({ kind, title }: ColourScale): Message {
  return kind === 'log' ? message('{quantity}, log scale', { quantity: title }) : title;
}

export const signNames: Readonly<Record<Exception, Message>> = {
  invalid: message('NaN or infinite'),
  zero: message('exactly 0'),
  above: message('above the scale'),
  below: message('below the scale'),
};

function placeOf(map: HeatMap, { row, column, value }: Place): Record<string, MessageArg> {
  return {
    value: figureOn(map, value),
    row: map.rows.entries[row]?.name ?? '',
    column: columnName(map, column),
  };
}

export function columnName({ columns }: HeatMap, column: number): Message {
  return momentName(columns.moments[column] ?? 0);
}

/** What stands below the columns. */
export function columnsTitle({ columns: { moments, title } }: HeatMap): Message {
  if (moments[0] !== 0) return title;
  return message('{axis}; the first column is step 1', { axis: title });
}

/** What a cell shows where columns share a place; undefined where none do. */
export function foldNote({ folding }: HeatMap, spans: readonly Span[]): Message | undefined {
  const most = Math.max(1, ...spans.map(({ from, to }) => to - from));
  if (most === 1) return undefined;
  const epochs = { epochs: count(most) };
  return folding === 'both'
    ? message(
        'Each cell is up to {epochs} epochs: above their largest value, below their smallest; NaN and infinite ones lie across.',
        epochs,
      )
    : message('Each cell is up to {epochs} epochs and shows their largest value.', epochs);
}

export function spanName(map: HeatMap, { from, to }: Span): Message {
  const first = columnName(map, from);
  if (to - from === 1) return first;
  return message('{from} to {to}', { from: first, to: columnName(map, to - 1) });
}

/** A value with as many digits as it is read with. */
export function figureOn({ scale }: HeatMap, value: number): MessageArg {
  return { value, format: scale.format === 'ratio' ? 'loss' : scale.format };
}

/** What the columns of a span have measured in a row. */
export function cellWords(map: HeatMap, row: number, span: Span): Message {
  if (span.to - span.from === 1) return map.tell(row, span.from);
  const of = fold(map.values[row] ?? [], span);
  if (of === undefined) return message('not measured');
  const invalid = { number: count(of.invalid), kind: signNames.invalid };
  if (Number.isNaN(of.max)) return message('{number} {kind}', invalid);
  const extremes = { smallest: figureOn(map, of.min), largest: figureOn(map, of.max) };
  return of.invalid === 0
    ? message('{smallest} to {largest}', extremes)
    : message('{smallest} to {largest}, {number} {kind}', { ...extremes, ...invalid });
}
