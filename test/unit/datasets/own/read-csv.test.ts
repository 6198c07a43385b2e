import { describe, expect, it } from 'vitest';
import { csvBlocks, countLines } from '../../../../src/experiment/datasets/own/csv-blocks.ts';
import { wholeOwnData } from '../../../../src/experiment/datasets/own/own-data.ts';
import {
  readOwnData,
  type OwnTrainingData,
} from '../../../../src/experiment/datasets/own/read-own-data.ts';
import { ReadingCancelled } from '../../../../src/experiment/datasets/own/reading.ts';
import { MemoryFiles, problemOf, text } from './files.ts';

const own = wholeOwnData({ kind: 'csv', path: 'a.csv', height: 1, width: 2 });
const read = (content: string, more = {}): Promise<OwnTrainingData> =>
  readOwnData({ ...own, ...more }, new MemoryFiles({ 'a.csv': text(content) }));

/** "label first second" of each image, sorted; pixels times 255. */
function imagesOf({ train, validation, classNames }: OwnTrainingData): string[] {
  return [train, validation]
    .flatMap(({ count, labels, pixels }) =>
      Array.from({ length: count }, (_, i) => {
        const [first = NaN, second = NaN] = pixels.subarray(2 * i, 2 * i + 2);
        const name = classNames[labels[i] ?? -1] ?? '?';
        return `${name} ${(255 * first).toFixed(1)} ${(255 * second).toFixed(1)}`;
      }),
    )
    .sort();
}

const four = ['2 1.0 2.0', '2 5.0 6.0', '9 3.0 4.0', '9 7.0 255.0'];
const rows = '2,1,2\n9,3,4\n2,5,6\n9,7,255\n';

describe('readOwnData of CSV', () => {
  it.each([
    ['rows', rows],
    ['a header', `label,p0,p1\n${rows}`],
    ['Windows line ends', rows.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', rows.replaceAll('\n', '\r')],
    ['no newline at the end', rows.trimEnd()],
    ['empty lines', `\n${rows.replace('9,3,4\n', '9,3,4\n\n')}\n`],
    ['a byte order mark', `\uFEFF${rows}`],
    ['semicolons', rows.replaceAll(',', ';')],
    ['tabs', rows.replaceAll(',', '\t')],
    ['blanks and quotes', rows.replaceAll(/(\d+),(\d+),/g, '"$1", $2 ,')],
  ])('reads %s', async (_, content) => {
    const data = await read(content);
    expect(data.classNames).toEqual(['2', '9']);
    expect(imagesOf(data)).toEqual(four);
  });

  it('takes the label from a column by number or by name', async () => {
    const last = 'p0,p1,kind\n1,2,2\n3,4,9\n5,6,2\n7,255,9\n';
    expect(imagesOf(await read(last, { labelColumn: 2 }))).toEqual(four);
    expect(imagesOf(await read(last, { labelColumn: 'kind' }))).toEqual(four);
  });

  it('takes names in the header that are numbers for one where a column is named', async () => {
    expect(imagesOf(await read(`label,0,1\n${rows}`, { labelColumn: 'label' }))).toEqual(four);
  });

  it('sorts labels that are texts by code point, with newlines and quotes in them', async () => {
    const data = await read('"a ""b""\nc",0,1\nZ,0,0\né,1,1\n"a ""b""\nc",0,1\nZ,0,0\né,1,1\n');
    expect(data.classNames).toEqual(['Z', 'a "b"\nc', 'é']);
  });

  it('leaves values up to 1 as they are', async () => {
    const data = await read('2,0.2,1\n9,0,0\n2,0.2,1\n9,0,0\n');
    expect(imagesOf(data)).toEqual(['2 51.0 255.0', '2 51.0 255.0', '9 0.0 0.0', '9 0.0 0.0']);
  });

  it('reads three channels side by side, and makes them grey unless told otherwise', async () => {
    const colour = 'a,255,0,0,0,255,0\nb,0,0,0,0,0,0\na,255,0,0,0,255,0\nb,0,0,0,0,0,0\n';
    const kept = await read(colour, { channels: 3, grey: false });
    expect(kept.train.channels).toBe(3);
    expect([...kept.train.pixels]).toEqual(expect.arrayContaining([1, 0, 0, 0, 1, 0]));
    expect(imagesOf(await read(colour, { channels: 3 }))[0]).toBe('a 76.2 149.7');
  });

  it.each([
    ['too few values', '2,1,2\n9,3\n', 'a.csv, row 2: it has 2 values instead of 3'],
    ['too many', '2,1,2\n\n9,3,4,5\n', 'a.csv, row 3: it has 4 values instead of 3'],
    [
      'a pixel that is no number',
      `${rows}2,1,x\n`,
      'row 5, column 3: the pixel “x” is not a number',
    ],
    ['a pixel that is missing', `${rows}2,,1\n`, 'row 5, column 2: the pixel “” is not a number'],
    [
      'a pixel over 255',
      '2,1,256\n',
      'row 1, column 3: the pixel “256” is not a number from 0 to 255',
    ],
    [
      'a negative pixel',
      '2,-1,2\n',
      'row 1, column 2: the pixel “-1” is not a number from 0 to 255',
    ],
    ['a label that is not whole', '2,1,2\n1.5,3,4\n', 'row 2: the label 1.5 is not a whole number'],
    ['a negative label', 'l,p,q\n2,1,2\n-1,3,4\n', 'row 3: the label -1 is not a whole number'],
    ['no label', '2,1,2\n ,3,4\n', 'a.csv, row 2: it has no label.'],
    [
      'quotes that stay open',
      `${rows}"2,1,2\n`,
      'row 5: a quotation mark opens and does not close',
    ],
    ['a header alone', 'label,p0,p1\n', 'a.csv: it holds no image.'],
    ['nothing', '', 'a.csv: it is empty.'],
    ['one class', '2,1,2\n2,3,4\n', 'a.csv: there is only one class'],
    ['a class of one image', `${rows}5,1,2\n`, 'a.csv: the class “5” has only one image'],
  ])('refuses %s', async (_, content, problem) => {
    expect(await problemOf(() => read(content))).toContain(problem);
  });

  it('refuses a column for the label that is not there', async () => {
    const problem = 'a.csv, row 1: there is no column “kind” for the labels. Correct labelColumn.';
    expect(await problemOf(() => read(rows, { labelColumn: 'kind' }))).toBe(problem);
    expect(await problemOf(() => read(rows, { labelColumn: 3 }))).toContain('no column “3”');
  });

  it('refuses more pixels than memory is allowed for, before any is parsed', async () => {
    const many = '7,x,y\n'.repeat(140_000);
    expect(await problemOf(() => read(many, { mostMegabytes: 1 }))).toContain(
      // 140,000 · 2 · 4 bytes = 1.07 MB
      'its pixels would take 2 MB of memory, and mostMegabytes allows 1.',
    );
  });

  it('can be cancelled while it is parsed, and reports rows', async () => {
    const seen: number[] = [];
    const reading = {
      onProgress: (done: number, total: number) => seen.push(done / total),
      isCancelled: () => seen.length >= 3,
    };
    const files = new MemoryFiles({ 'a.csv': text(rows.repeat(1000)) });
    await expect(readOwnData(own, files, reading)).rejects.toThrow(ReadingCancelled);
    expect(seen).toEqual([expect.closeTo(0, 3), 0.01, 0.02]);
  });

  it('never reports less than before, to the end', async () => {
    const seen: number[] = [];
    const files = new MemoryFiles({ 'a.csv': text(rows.repeat(100)) });
    await readOwnData(own, files, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('csvBlocks', () => {
  const content = 'é,1\n"x\ny",2\n"a""b\n",3\nlast,4';

  it('cuts between rows only, and loses nothing, at every size', () => {
    const ends = ['é,1\n', '"x\ny",2\n', '"a""b\n",3\n', 'last,4'];
    expect([...csvBlocks(text(content), 1)]).toEqual(ends);
    for (let size = 1; size < 40; size++) {
      expect([...csvBlocks(text(content), size)].join('')).toBe(content);
    }
  });

  it('counts at least the rows', () => {
    expect(countLines(text(content))).toBe(6);
    expect(countLines(text('a\r\nb\r\n'))).toBe(2);
    expect(countLines(text('a\rb'))).toBe(2);
  });
});
