import { isAugmented } from '../../experiment/augmentations/catalogue.ts';
import { message, percent } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import type { Remedy } from './rule.ts';

/* Other data; undefined where a run has what is proposed. */

/** Four times as many, if the data set has them. */
export function moreImages({ identity }: Run): Remedy | undefined {
  const { share } = identity.spec.dataset;
  if (share >= 1) return undefined;
  const larger = Math.min(1, Number((4 * share).toPrecision(3)));
  return {
    text: message('Try more images: {share} of the data set in place of {now}.', {
      share: percent(larger),
      now: percent(share),
    }),
    change: { dataset: { share: larger } },
  };
}

/** By a pixel where images are as small as the digits, else by two. */
export function shiftedImages({ identity }: Run): Remedy | undefined {
  const { name, augmentation } = identity.spec.dataset;
  if (isAugmented(augmentation)) return undefined;
  return {
    text: message('Try images that are shifted at random: none is seen twice the same.'),
    change: { dataset: { augmentation: { shift: name === 'digits' ? 1 : 2 } } },
  };
}

export function rightLabels({ identity }: Run): Remedy | undefined {
  if (!identity.spec.dataset.randomLabels) return undefined;
  return {
    text: message('Try the images with the labels that belong to them.'),
    change: { dataset: { randomLabels: false } },
  };
}
