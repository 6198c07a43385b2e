import Papa from 'papaparse';
import { count, message, type Message } from '../../../l10n.ts';
import { csvBlocks } from './csv-blocks.ts';
import { DataError, placeIn, type Place } from './data-error.ts';

/** A row of a CSV file with its number as an editor counts, from 1. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a CSV file one after the other, empty ones left out. Values are separated by what the
 * first rows have most regularly: comma, semicolon, tab or "|".
 * @throws DataError where quotes do not close
 */
export function* csvRows(bytes: Uint8Array, path: string): Generator<CsvRow> {
  let delimiter = '';
  let number = 0;
  for (const block of csvBlocks(bytes)) {
    const { data, errors, meta } = Papa.parse<string[]>(block, { delimiter });
    delimiter = meta.delimiter;
    const broken = errors.find(({ type }) => type === 'Quotes');
    if (broken) throw new DataError(rowOf(path, number + 1 + (broken.row ?? 0)), unclosed());
    // A block ends with a newline, after which the parser sees one more row, an empty one.
    if (block.endsWith('\n')) data.pop();
    for (const cells of data) {
      number++;
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { number, cells };
    }
  }
}

function unclosed(): Message {
  return message('a quotation mark opens and does not close, or stands in a value. Mend the row.');
}

export function rowOf(path: string, row: number): Place {
  return placeIn(path, message('row {row}', { row: count(row) }));
}
