import { message } from '../../l10n.ts';
import type { ImageSet, StoredDataset } from './dataset.ts';
import { digitLabels } from './digit-labels.ts';

const images: ImageSet = { height: 28, width: 28, trainCount: 10_000, validationCount: 2_000 };

/** LeCun, Bottou, Bengio & Haffner 1998: handwritten digits. */
export const mnist: StoredDataset = {
  ...images,
  label: message('MNIST'),
  use: message('Easy: nearly everything learns it, so differences show in the first epochs.'),
  task: 'classification',
  classLabels: digitLabels,
  files: { ...images, folder: 'mnist', classes: 10, white: 255 },
  licence: 'CC BY-SA 3.0, Yann LeCun and Corinna Cortes',
  source: 'http://yann.lecun.com/exdb/mnist/',
};
