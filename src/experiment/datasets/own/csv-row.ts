import { count, message } from '../../../l10n.ts';
import { rowOf, type CsvRow } from './csv-table.ts';
import { DataError, placeIn } from './data-error.ts';

type LabelColumn = string | number;

export function checkLength({ cells, number }: CsvRow, expected: number, path: string): void {
  if (cells.length === expected) return;
  const problem = message(
    'it has {actual} values instead of {expected}, a label and height × width × channels pixels. Mend the row, or those settings.',
    { actual: count(cells.length), expected: count(expected) },
  );
  throw new DataError(rowOf(path, number), problem);
}

/** The label's column by the first row, whether that is a header or not. */
export function labelColumnOf(
  { cells, number }: CsvRow,
  column: LabelColumn,
  path: string,
): number {
  const names = cells.map((cell) => cell.trim());
  const index = typeof column === 'string' ? names.indexOf(column) : column;
  if (index >= 0 && index < cells.length) return index;
  const problem = message('there is no column {column} for the labels. Correct labelColumn.', {
    column: `“${column}”`,
  });
  throw new DataError(rowOf(path, number), problem);
}

/** Whether a first row is a header: it must be to name a column, and is where a pixel is no number. */
export function hasHeader({ cells }: CsvRow, labelColumn: LabelColumn): boolean {
  if (typeof labelColumn === 'string') return true;
  return cells.some((cell, column) => column !== labelColumn && Number.isNaN(numberIn(cell)));
}

/** @throws DataError if it is not a number from 0 to 255 */
export function pixelValue({ cells, number }: CsvRow, column: number, path: string): number {
  const cell = cells[column] ?? '';
  const value = numberIn(cell);
  if (value >= 0 && value <= 255) return value;
  const place = message('row {row}, column {column}', {
    row: count(number),
    column: count(column + 1),
  });
  const problem = message('the pixel “{cell}” is not a number from 0 to 255. Mend the value.', {
    cell,
  });
  throw new DataError(placeIn(path, place), problem);
}

/** NaN where there is none; Number itself takes blanks for 0, which are looked for only then. */
export function numberIn(cell: string): number {
  const value = Number(cell);
  return value === 0 && cell.trim() === '' ? NaN : value;
}
