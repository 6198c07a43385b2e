import { message } from '../../l10n.ts';
import type { ImageSet, StoredDataset } from './dataset.ts';

const images: ImageSet = { height: 28, width: 28, trainCount: 10_000, validationCount: 2_000 };

/** Xiao, Rasul & Vollgraf 2017: articles of clothing. */
export const fashionMnist: StoredDataset = {
  ...images,
  label: message('Fashion-MNIST'),
  use: message('The middle way: learnt within seconds, yet hard enough for losses to differ.'),
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
  files: { ...images, folder: 'fashion-mnist', classes: 10, white: 255 },
  licence: 'MIT, © 2017 Zalando SE',
  source: 'https://github.com/zalandoresearch/fashion-mnist',
};
