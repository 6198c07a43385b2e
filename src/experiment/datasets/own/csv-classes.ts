import { message } from '../../../l10n.ts';
import { classesOfNumbers, classesOfTexts, type Classes } from './classes.ts';
import { numberIn } from './csv-row.ts';
import { rowOf } from './csv-table.ts';
import { DataError } from './data-error.ts';

export interface CsvLabel {
  readonly text: string;
  readonly row: number;
}

/**
 * Classes by number if every label is one, else by text.
 * @throws DataError naming the row of a label that is missing, or a number but no whole one from 0 on
 */
export function csvClasses(labels: readonly CsvLabel[], path: string): Classes {
  if (labels.length === 0) throw new DataError(path, message('it holds no image. Add rows.'));
  const empty = labels.find(({ text }) => text === '');
  if (empty) throw new DataError(rowOf(path, empty.row), message('it has no label. Give it one.'));
  const values = labels.map(({ text }) => numberIn(text));
  if (values.some(Number.isNaN))
    return classesOfTexts(
      labels.map(({ text }) => text),
      path,
    );
  values.forEach((value, i) => {
    if (!Number.isInteger(value) || value < 0) throw notWhole(labels[i], path);
  });
  return classesOfNumbers(values, path);
}

function notWhole(label: CsvLabel | undefined, path: string): DataError {
  const problem = message(
    'the label {value} is not a whole number from 0 on. Renumber the classes.',
    {
      value: label?.text ?? '',
    },
  );
  return new DataError(rowOf(path, label?.row ?? 0), problem);
}
