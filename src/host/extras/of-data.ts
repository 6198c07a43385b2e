import { isAugmented } from '../../experiment/augmentations/catalogue.ts';
import { changesErrors } from '../../experiment/datasets/changes/data-changes.ts';
import { datasetFacts, type DatasetSpec } from '../../experiment/datasets/dataset-spec.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { message } from '../../l10n.ts';
import type { Extra } from './extra.ts';

const ofData =
  (change: (value: number) => Partial<DatasetSpec>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => ({
    ...spec,
    dataset: { ...spec.dataset, ...change(value) },
  });

const imbalance: Extra = {
  label: message('Class imbalance'),
  detail: message('The largest class has many times the training images of the smallest.'),
  number: { prompt: message('Times as many images of the largest class'), preset: 20 },
  fits: ({ dataset }) =>
    changesErrors({ ...dataset, imbalance: 2 }, datasetFacts(dataset).task).length === 0,
  apply: ofData((value) => ({ imbalance: value })),
};

const augmentation: Extra = {
  label: message('Augmentation'),
  detail: message('Training images are shifted by up to 2 pixels and rotated by up to 10°.'),
  fits: ({ dataset }) => !isAugmented(dataset.augmentation),
  apply: ofData(() => ({ augmentation: { shift: 2, flip: false, rotate: 10, erase: 0 } })),
};

/** What can be done to the images and labels. */
export const extrasOfData: readonly Extra[] = [
  {
    label: message('Fewer training images'),
    detail: message('A share of each class alone: what makes a model overfit.'),
    number: { prompt: message('Share of the training images, over 0 and up to 1'), preset: 0.1 },
    apply: ofData((value) => ({ share: value })),
  },
  {
    label: message('Label noise'),
    detail: message('A share of the training labels is wrong.'),
    number: { prompt: message('Share of the training labels that are wrong, 0 to 1'), preset: 0.4 },
    apply: ofData((value) => ({ labelNoise: value })),
  },
  {
    label: message('Random labels'),
    detail: message('All labels are drawn by lot: what is learnt then is learnt by heart.'),
    fits: ({ dataset }) => datasetFacts(dataset).task === 'classification',
    apply: ofData(() => ({ randomLabels: true })),
  },
  imbalance,
  augmentation,
];
