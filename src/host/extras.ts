import { isAugmented } from '../experiment/augmentations/catalogue.ts';
import { changesErrors } from '../experiment/datasets/changes/data-changes.ts';
import { datasetFacts, type DatasetSpec } from '../experiment/datasets/dataset-spec.ts';
import type { LayerStyle } from '../experiment/models/net.ts';
import type { OptimizerSpec } from '../experiment/optimizers/optimizer-spec.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import { message, type Message } from '../l10n.ts';

/** Something that a comparison may have beside what every one has: off unless it is picked. */
export interface Extra {
  readonly label: Message;
  readonly detail: Message;
  /** Of its number, where it has one: the question, and what is preset. */
  readonly number?: { readonly prompt: Message; readonly preset: number };
  /** Whether it can be had with the rest of the spec; always, if left out. */
  fits?(spec: ExperimentSpec): boolean;
  /** The spec with it; `value` is its number, or 1. */
  apply(spec: ExperimentSpec, value: number): ExperimentSpec;
}

const ofData =
  (change: (value: number) => Partial<DatasetSpec>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => ({
    ...spec,
    dataset: { ...spec.dataset, ...change(value) },
  });

const ofOptimizer =
  (change: (value: number, optimizer: OptimizerSpec) => Partial<OptimizerSpec>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => ({
    ...spec,
    optimizer: { ...spec.optimizer, ...change(value, spec.optimizer) },
  });

const ofStyle =
  (change: (value: number) => Partial<LayerStyle>) =>
  (spec: ExperimentSpec, value: number): ExperimentSpec => {
    const { style } = spec.model;
    return style === null
      ? spec
      : { ...spec, model: { ...spec.model, style: { ...style, ...change(value) } } };
  };

const hasStyle = ({ model }: ExperimentSpec): boolean => model.style !== null;

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

/** In the order in which they are offered. */
export const extras: readonly Extra[] = [
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
  imbalance,
  augmentation,
  {
    label: message('Dropout'),
    detail: message('Each step leaves out a share of the hidden values; against overfitting.'),
    number: { prompt: message('Share of the hidden values that a step leaves out'), preset: 0.5 },
    fits: hasStyle,
    apply: ofStyle((value) => ({ dropout: value })),
  },
  {
    label: message('Scaled initial weights'),
    detail: message('Larger ones saturate units and probabilities from the start.'),
    number: { prompt: message('What the initial weights are multiplied with'), preset: 10 },
    fits: hasStyle,
    apply: ofStyle((value) => ({ initialScale: value })),
  },
  {
    label: message('Weight decay'),
    detail: message('Draws all weights towards 0 a little each step; against overfitting.'),
    number: { prompt: message('Weight decay λ'), preset: 0.001 },
    apply: ofOptimizer((value) => ({ weightDecay: value })),
  },
  {
    label: message('Gradient clipping'),
    detail: message('No step goes down a gradient longer than a limit; against divergence.'),
    number: { prompt: message('Longest norm of the gradient of all layers together'), preset: 1 },
    apply: ofOptimizer((value) => ({ clipNorm: value })),
  },
  {
    label: message('Cosine schedule'),
    detail: message('The learning rate falls to 0 by the end of the training.'),
    apply: ofOptimizer((_, { schedule }) => ({
      schedule: { name: 'cosine', warmUp: schedule.warmUp },
    })),
  },
  {
    label: message('Early stopping'),
    detail: message('Ends a run once its validation loss no longer gets better.'),
    number: { prompt: message('Epochs without a better validation loss'), preset: 5 },
    apply: (spec, value) => ({ ...spec, earlyStopping: { patience: value, minimumDelta: 0 } }),
  },
];
