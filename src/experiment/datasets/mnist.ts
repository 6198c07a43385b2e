import { message } from '../../l10n.ts';
import type { Dataset, ImageSet } from './dataset.ts';

const images: ImageSet = { height: 28, width: 28, trainCount: 10_000, validationCount: 2_000 };

/** LeCun, Bottou, Bengio & Haffner 1998: handwritten digits. */
export const mnist: Dataset = {
  ...images,
  label: message('MNIST'),
  task: 'classification',
  classLabels: [
    message('0'),
    message('1'),
    message('2'),
    message('3'),
    message('4'),
    message('5'),
    message('6'),
    message('7'),
    message('8'),
    message('9'),
  ],
  files: { ...images, folder: 'mnist', classes: 10 },
  licence: 'CC BY-SA 3.0, Yann LeCun and Corinna Cortes',
  source: 'http://yann.lecun.com/exdb/mnist/',
};
