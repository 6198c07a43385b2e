import { message } from '../../l10n.ts';
import type { Dataset, ImageSet } from './dataset.ts';

const images: ImageSet = { height: 28, width: 28, trainCount: 10_000, validationCount: 2_000 };

/** Xiao, Rasul & Vollgraf 2017: articles of clothing. */
export const fashionMnist: Dataset = {
  ...images,
  label: message('Fashion-MNIST'),
  task: 'classification',
  classLabels: [
    message('T-shirt'),
    message('Trouser'),
    message('Pullover'),
    message('Dress'),
    message('Coat'),
    message('Sandal'),
    message('Shirt'),
    message('Sneaker'),
    message('Bag'),
    message('Ankle boot'),
  ],
  files: { ...images, folder: 'fashion-mnist', classes: 10 },
  licence: 'MIT, © 2017 Zalando SE',
  source: 'https://github.com/zalandoresearch/fashion-mnist',
};
