import { message } from '../../l10n.ts';
import type { Random } from '../random.ts';
import { between, described } from '../schema/described.ts';
import type { AugmentationKind, Picture } from './augmentation-kind.ts';

/** The authors' range of height over width of the rectangle, from this to its inverse. */
const leastAspect = 0.3;

/**
 * Random erasing (Zhong et al. 2020), at their probability of one half. Setting: the share of the area that
 * is filled with uniform noise. The classes of the pixels below stay, to be told from what is around.
 */
export const erase: AugmentationKind<number> = {
  label: message('Erase'),
  use: message('Part of the image is hidden by noise, so that no single part decides.'),
  source: 'https://arxiv.org/abs/1708.04896',
  schema: described(
    between(0, 1),
    message(
      'The share of its area that noise hides in a training image, with probability one half; 0 for none.',
    ),
  ),
  off: 0,
  transform: (picture, _scratch, share, random) => {
    if (random.uniform() < 0.5) eraseShare(picture, share, random);
  },
};

/**
 * Fills a rectangle at a random place. Its height is drawn first, from those at which the area fits into
 * the image; the width then comes as near to the area as whole pixels allow.
 */
export function eraseShare(picture: Picture, share: number, random: Random): void {
  const { height, width } = picture;
  const area = share * height * width;
  const aspect = leastAspect + random.uniform() * (1 / leastAspect - leastAspect);
  const least = Math.ceil(area / width);
  const tall = clamp(Math.round(Math.sqrt(area * aspect)), Math.max(1, least), height);
  const wide = clamp(Math.round(area / tall), 1, width);
  const top = random.below(height - tall + 1);
  const left = random.below(width - wide + 1);
  for (let y = top; y < top + tall; y++) fillRow(picture, y * width + left, wide, random);
}

function fillRow({ channels, pixels }: Picture, first: number, wide: number, random: Random): void {
  for (let i = first * channels; i < (first + wide) * channels; i++) pixels[i] = random.uniform();
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
