import * as z from 'zod/mini';
import { message } from '../../../l10n.ts';
import {
  augmentationShape,
  isAugmented,
  noAugmentation,
  type Augmentation,
} from '../../augmentations/catalogue.ts';
import type { Task } from '../../models/model.ts';
import { between, described } from '../../schema/described.ts';
import type { SpecError } from '../../spec-error.ts';

/** What is done to a data set before, and with augmentation while, it is trained on. */
export interface DataChanges {
  /** How much of every class's training images is kept, 0 < share ≤ 1, at least one image a class. */
  readonly share: number;
  /** The share of the training labels that are wrong, 0..1. */
  readonly labelNoise: number;
  /** How many times the training images of the smallest class the largest has, from 1 on. */
  readonly imbalance: number;
  /** Every label, of training and validation, drawn by lot. */
  readonly randomLabels: boolean;
  /** Every pixel, of training and validation, drawn by lot. */
  readonly randomImages: boolean;
  readonly augmentation: Augmentation;
}

export const noChanges: DataChanges = {
  share: 1,
  labelNoise: 0,
  imbalance: 1,
  randomLabels: false,
  randomImages: false,
  augmentation: noAugmentation,
};

/** For a strict object of what is changed; `wholeChanges` fills in the rest. */
export const dataChangesShape = {
  share: z.optional(
    described(
      z.number().check(z.positive(), z.maximum(1)),
      message('The share of the training images that is kept, equally of every class; 1 for all.'),
    ),
  ),
  labelNoise: z.optional(
    described(
      between(0, 1),
      message('The share of the training labels that are replaced by another class; 0 for none.'),
    ),
  ),
  imbalance: z.optional(
    described(
      between(1, 1000),
      message(
        'How many times as many training images the largest class has as the smallest; 1 for no change.',
      ),
    ),
  ),
  randomLabels: z.optional(
    described(
      z.boolean(),
      message('Whether all labels are drawn by lot, those of the validation images too.'),
    ),
  ),
  randomImages: z.optional(
    described(
      z.boolean(),
      message('Whether all images are replaced by noise, the validation images too.'),
    ),
  ),
  augmentation: z.optional(
    described(
      z.strictObject(augmentationShape),
      message('How training images are changed at random each time that they are shown.'),
    ),
  ),
} as const;

/** Of changes on their own. */
export const dataChangesSchema = z.strictObject(dataChangesShape);

export type WrittenChanges = z.infer<typeof dataChangesSchema>;

/** What is left out does not change the data. */
export function wholeChanges(written: WrittenChanges): DataChanges {
  const { augmentation } = written;
  return {
    share: written.share ?? noChanges.share,
    labelNoise: written.labelNoise ?? noChanges.labelNoise,
    imbalance: written.imbalance ?? noChanges.imbalance,
    randomLabels: written.randomLabels ?? noChanges.randomLabels,
    randomImages: written.randomImages ?? noChanges.randomImages,
    augmentation: {
      shift: augmentation?.shift ?? noAugmentation.shift,
      flip: augmentation?.flip ?? noAugmentation.flip,
      rotate: augmentation?.rotate ?? noAugmentation.rotate,
      erase: augmentation?.erase ?? noAugmentation.erase,
    },
  };
}

/** Whether training differs from that on the data set as it is. */
export function isChanged(changes: DataChanges): boolean {
  return changesData(changes) || isAugmented(changes.augmentation);
}

/** Whether the images and labels themselves differ, augmentation apart. */
export function changesData(changes: DataChanges): boolean {
  const { share, labelNoise, imbalance, randomLabels, randomImages } = changes;
  return share < 1 || labelNoise > 0 || imbalance > 1 || randomLabels || randomImages;
}

/** Changes that do not go with the task, or not with each other; paths are from the changes on. */
export function changesErrors(changes: DataChanges, task: Task): SpecError[] {
  const errors: SpecError[] = [];
  if (task === 'segmentation' && changes.imbalance > 1) {
    const text = message('must be 1 for segmentation: an image there has pixels of many classes');
    errors.push({ path: 'imbalance', message: text });
  }
  if (!changes.randomLabels) return errors;
  const text = message('is of no use beside randomLabels, which draws every label by lot');
  if (changes.labelNoise > 0) errors.push({ path: 'labelNoise', message: text });
  if (changes.imbalance > 1) errors.push({ path: 'imbalance', message: text });
  return errors;
}
