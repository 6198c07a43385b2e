import { message, type Message } from '../../l10n.ts';
import type { StoredDataset } from './dataset.ts';
import { fashionMnist } from './fashion-mnist.ts';
import { ofClasses } from './select-images.ts';

/**
 * One garment, one shoe and the bag: trouser, sandal, bag. They have the least like among the others,
 * where T-shirt, shirt, dress, pullover and coat are confused with each other, and sneaker with boot; so
 * what is recognised has not been trained on under another name. On the bare pixels 5-shot nearest class
 * mean gets 0.89 right, which leaves room for an embedding to do better, or worse.
 */
const heldOut: readonly number[] = [1, 5, 8];

const trained: readonly number[] = [0, 2, 3, 4, 6, 7, 9];

/** Fashion-MNIST with seven classes to train on, and three to be recognised from a few images of each. */
export const fashionRecognition: StoredDataset = {
  label: message('Fashion recognition: seven classes trained, three held out'),
  use: message('Are classes that were never trained on told apart by a few images of each?'),
  task: 'recognition',
  classLabels: labelsOf(trained),
  heldOutLabels: labelsOf(heldOut),
  height: fashionMnist.height,
  width: fashionMnist.width,
  trainCount: 1_000 * trained.length,
  validationCount: 200 * trained.length,
  files: fashionMnist.files,
  compose: ({ train, validation }) => ({
    train: ofClasses(train, trained),
    validation: ofClasses(validation, trained),
    heldOut: ofClasses(validation, heldOut),
  }),
  licence: fashionMnist.licence,
  source: fashionMnist.source,
};

function labelsOf(classes: readonly number[]): Message[] {
  return fashionMnist.classLabels.filter((_, index) => classes.includes(index));
}
