import { message } from '../../l10n.ts';
import { composePairs } from './compose-pairs.ts';
import type { StoredDataset } from './dataset.ts';
import { digitLabels } from './digit-labels.ts';
import { digits } from './digits.ts';

const counts = { train: 6_000, validation: 2_000 } as const;

/** Seeds of their own: the pairs are the same whatever the seed of a run. */
const seeds = { train: 19_980_701, validation: 19_980_702 } as const;

const perDigit = digitLabels.length;

/** A hundred classes of few pixels: two handwritten digits side by side, each pair a class of its own. */
export const digitPairs: StoredDataset = {
  label: message('Pairs of digits, 100 classes'),
  use: message('Many classes and still quick: two digits side by side, each pair a class.'),
  task: 'classification',
  classLabels: digitLabels.flatMap((first) =>
    digitLabels.map((second) => message('{first}{second}', { first, second })),
  ),
  height: digits.height,
  width: 2 * digits.width,
  trainCount: counts.train,
  validationCount: counts.validation,
  files: digits.files,
  compose: ({ train, validation }) => ({
    train: composePairs(train, counts.train, perDigit, seeds.train),
    validation: composePairs(validation, counts.validation, perDigit, seeds.validation),
  }),
  licence: digits.licence,
  source: digits.source,
};
