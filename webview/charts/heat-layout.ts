import { shareOf, spansOf, type HeatMap, type Span } from '../plots/heat-map.ts';

/** Where the cells of a map are, in CSS pixels from the corner of its field. */
export interface HeatLayout {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly columnWidth: number;
  readonly spans: readonly Span[];
  /** Pixels of the screen to a CSS pixel. */
  readonly pixelRatio: number;
}

/** So that a cell can be seen, and its two halves told apart. */
const leastWidth = 3;

export function heatLayout(
  { rows, columns }: HeatMap,
  width: number,
  pixelRatio: number,
): HeatLayout {
  const rowHeight = rowHeightOf(rows.kind, rows.entries.length);
  const count = columns.moments.length;
  return {
    width,
    height: rowHeight * rows.entries.length,
    rowHeight,
    columnWidth: width / Math.max(1, count),
    spans: spansOf(count, Math.floor(width / leastWidth)),
    pixelRatio,
  };
}

function rowHeightOf(kind: HeatMap['rows']['kind'], rows: number): number {
  const [room, least, most] = kind === 'things' ? [240, 14, 24] : [300, 4, 10];
  return Math.min(most, Math.max(least, Math.floor(room / Math.max(1, rows))));
}

/** A place in a map: a row, and a column before columns share places. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export function cellAt(map: HeatMap, layout: HeatLayout, x: number, y: number): Cell | undefined {
  const cell = {
    row: Math.floor(y / layout.rowHeight),
    column: Math.floor(x / layout.columnWidth),
  };
  return isIn(map, cell) ? cell : undefined;
}

export function isIn({ rows, columns }: HeatMap, { row, column }: Cell): boolean {
  const isRow = row >= 0 && row < rows.entries.length;
  return isRow && column >= 0 && column < columns.moments.length;
}

/** The place that a column shares: see `spansOf`. */
export function placeAt({ spans }: Pick<HeatLayout, 'spans'>, column: number): number {
  const columns = spans.at(-1)?.to ?? 1;
  return Math.floor((spans.length * (column + 1) - 1) / columns);
}

export function spanAt(layout: HeatLayout, column: number): Span {
  return layout.spans[placeAt(layout, column)] ?? { from: column, to: column + 1 };
}

/** Columns with a name below: as many as have room, at round epochs, and step 1. */
export function columnTicks({ columns }: HeatMap, { columnWidth }: HeatLayout): number[] {
  const { moments } = columns;
  const every = roundShare(
    shareOf(moments.length, Math.floor((columnWidth * moments.length) / 44)),
  );
  return moments.flatMap((moment, column) => (moment > 0 && moment % every === 0 ? [column] : []));
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function roundShare(share: number): number {
  const power = 10 ** Math.floor(Math.log10(share));
  return ([1, 2, 5, 10].find((m) => m * power >= share) ?? 10) * power;
}
