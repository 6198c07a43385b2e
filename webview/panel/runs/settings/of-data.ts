import {
  augmentationNames,
  augmentations,
} from '../../../../src/experiment/augmentations/catalogue.ts';
import { datasetFacts } from '../../../../src/experiment/datasets/dataset-spec.ts';
import { yesOrNo } from '../../../../src/experiment/names.ts';
import { message, percent, ratio } from '../../../../src/l10n.ts';
import type { Setting } from './setting.ts';

export const ofData: readonly Setting[] = [
  { id: 'dataset', label: message('data set'), of: ({ dataset }) => datasetFacts(dataset).label },
  { id: 'share', label: message('share of the data'), of: ({ dataset }) => percent(dataset.share) },
  {
    id: 'label-noise',
    label: message('label noise'),
    of: ({ dataset }) => percent(dataset.labelNoise),
  },
  { id: 'imbalance', label: message('imbalance'), of: ({ dataset }) => ratio(dataset.imbalance) },
  {
    id: 'random-labels',
    label: message('random labels'),
    of: ({ dataset }) => yesOrNo(dataset.randomLabels),
  },
  {
    id: 'random-images',
    label: message('random images'),
    of: ({ dataset }) => yesOrNo(dataset.randomImages),
  },
  ...augmentationNames.map((name): Setting => ({
    id: name,
    label: augmentations[name].label,
    of: ({ dataset: { augmentation } }) => {
      const value = augmentation[name];
      return typeof value === 'boolean' ? yesOrNo(value) : ratio(value);
    },
  })),
];
