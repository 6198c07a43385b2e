import { message } from '../../l10n.ts';
import type { ImageSet, StoredDataset } from './dataset.ts';
import { digitLabels } from './digit-labels.ts';

const images: ImageSet = { height: 8, width: 8, trainCount: 1_437, validationCount: 360 };

/**
 * Alpaydin & Kaynak 1998, as scikit-learn carries them: handwritten digits, each pixel the number of
 * black ones among 4 by 4 of a scan, 0..16. The last 36 of every class are the validation part: the set
 * lies there writer after writer, so most of these are of hands that the training part has not.
 */
export const digits: StoredDataset = {
  ...images,
  label: message('Digits of 8×8 pixels'),
  use: message('Tiny: an epoch takes a blink, so that many settings can be tried.'),
  task: 'classification',
  classLabels: digitLabels,
  files: { ...images, folder: 'digits', classes: 10, white: 16 },
  licence: 'CC BY 4.0, E. Alpaydin and C. Kaynak; BSD-3-Clause, © The scikit-learn developers',
  source: 'https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits',
};
