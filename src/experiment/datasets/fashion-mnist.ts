import { message } from '../../l10n.ts';
import type { Dataset } from './dataset.ts';

/** Xiao, Rasul & Vollgraf 2017: articles of clothing. */
export const fashionMnist: Dataset = {
  label: message('Fashion-MNIST'),
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
  height: 28,
  width: 28,
  trainCount: 10_000,
  validationCount: 2_000,
  licence: 'MIT, © 2017 Zalando SE',
  source: 'https://github.com/zalandoresearch/fashion-mnist',
};
