import { countLines } from './csv-blocks.ts';
import { csvClasses } from './csv-classes.ts';
import { checkLength, hasHeader, labelColumnOf, pixelValue } from './csv-row.ts';
import { csvRows, type CsvRow } from './csv-table.ts';
import type { ClassedExamples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { inForm, type Picture } from './image.ts';
import { checkMemory } from './memory.ts';
import type { OwnDataOf } from './own-data.ts';
import { Progress, readFile, type Reading } from './reading.ts';

type OwnCsv = OwnDataOf<'csv'>;

/**
 * One image a row: its label, and height · width · channels values from 0 to 1 or from 0 to 255, row by
 * row of the image, the channels of a pixel side by side. The first row is a header where a pixel's value
 * is not a number, or where the label's column is named.
 */
export async function openCsv(
  own: OwnCsv,
  files: FileSource,
  reading: Reading,
): Promise<ClassedExamples> {
  const bytes = await readFile(files, own.path, reading, own.mostMegabytes);
  const { height, width, channels, grey } = own;
  const rows = await parseRows(bytes, own, reading);
  return {
    task: 'classification',
    place: own.path,
    count: rows.count,
    height,
    width,
    channels: grey ? 1 : channels,
    ...csvClasses(rows.labels, own.path),
    decode: (index) => inForm(rows.picture(index), { height, width, grey }),
  };
}

async function parseRows(bytes: Uint8Array, own: OwnCsv, reading: Reading): Promise<ParsedRows> {
  const lines = countLines(bytes);
  checkMemory(
    own.path,
    lines * own.height * own.width * (own.grey ? 1 : own.channels),
    own.mostMegabytes,
  );
  const rows = new ParsedRows(own, lines);
  const progress = new Progress(reading, lines);
  for (const row of csvRows(bytes, own.path)) {
    rows.add(row);
    await progress.reached(row.number);
  }
  return rows;
}

/** The pixels of the rows one after the other, and their labels as they are written. */
class ParsedRows {
  readonly labels: { readonly text: string; readonly row: number }[] = [];
  readonly #own: OwnCsv;
  readonly #pixels: Float32Array;
  readonly #perRow: number;
  #labelColumn: number | undefined;
  #highest = 0;

  constructor(own: OwnCsv, most: number) {
    this.#own = own;
    this.#perRow = own.height * own.width * own.channels;
    this.#pixels = new Float32Array(most * this.#perRow);
  }

  get count(): number {
    return this.labels.length;
  }

  add(row: CsvRow): void {
    const { path, labelColumn } = this.#own;
    checkLength(row, this.#perRow + 1, path);
    const isFirst = this.#labelColumn === undefined;
    this.#labelColumn ??= labelColumnOf(row, labelColumn, path);
    if (!isFirst || !hasHeader(row, labelColumn)) this.#addImage(row, this.#labelColumn);
  }

  #addImage(row: CsvRow, labelColumn: number): void {
    let to = this.count * this.#perRow;
    for (let column = 0; column <= this.#perRow; column++) {
      if (column === labelColumn) continue;
      const value = pixelValue(row, column, this.#own.path);
      this.#highest = Math.max(this.#highest, value);
      this.#pixels[to++] = value;
    }
    this.labels.push({ text: (row.cells[labelColumn] ?? '').trim(), row: row.number });
  }

  picture(index: number): Picture {
    const { height, width, channels } = this.#own;
    const values = this.#pixels.slice(index * this.#perRow, (index + 1) * this.#perRow);
    if (this.#highest > 1)
      for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) / 255;
    return { height, width, channels, values };
  }
}
