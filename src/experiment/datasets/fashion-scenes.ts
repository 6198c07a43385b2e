import { message } from '../../l10n.ts';
import { composeScenes } from './compose-scenes.ts';
import type { LabelledImages, StoredDataset } from './dataset.ts';
import { fashionMnist } from './fashion-mnist.ts';

const background = 0;
const garment = 1;
const shoe = 2;
const bag = 3;

/** The class of a scene's pixel by that of the article there, in Fashion-MNIST's order. */
const classOfArticle = [
  ...[garment, garment, garment, garment, garment],
  ...[shoe, garment, shoe, bag, shoe],
];

const side = 32;

/** From half of the original 28 pixels on. */
const articleSides = [14, 22] as const;

const counts = { train: 2_000, validation: 400 } as const;

/** Seeds of their own: the scenes are the same whatever the seed of a run. */
const seeds = { train: 20_170_825, validation: 20_170_826 } as const;

/**
 * A segmentation set composed of real images, since none of real masks has clear rights: one to three
 * articles of Fashion-MNIST on a textured background, and for every pixel what is there.
 */
export const fashionScenes: StoredDataset = {
  label: message('Fashion scenes, composed of Fashion-MNIST'),
  use: message('A class for every pixel, most of them background: for losses of segmentation.'),
  task: 'segmentation',
  classLabels: [message('Background'), message('Garment'), message('Shoe'), message('Bag')],
  height: side,
  width: side,
  trainCount: counts.train,
  validationCount: counts.validation,
  files: fashionMnist.files,
  compose: ({ train, validation }) => ({
    train: scenes('train', train),
    validation: scenes('validation', validation),
  }),
  licence: fashionMnist.licence,
  source: fashionMnist.source,
};

function scenes(part: keyof typeof counts, articles: LabelledImages): LabelledImages {
  return composeScenes(articles, {
    count: counts[part],
    side,
    articleSides,
    seed: seeds[part],
    background,
    classOf: (label) => classOfArticle[label] ?? background,
  });
}
