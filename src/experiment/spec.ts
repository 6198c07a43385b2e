import { datasets, type DatasetName } from './datasets/catalogue.ts';
import type { EarlyStoppingSpec } from './early-stopping.ts';
import { losses, type LossName } from './losses/catalogue.ts';
import { reductionFactor, type Reduction } from './losses/loss.ts';
import { modelNames, models, type ModelName } from './models/catalogue.ts';
import type { LayerStyle } from './models/net.ts';
import { optimizers, type OptimizerName } from './optimizers/catalogue.ts';

/** One training, whole: the same spec gives the same numbers. */
export interface ExperimentSpec {
  readonly dataset: DatasetName;
  readonly model: ModelSpec;
  readonly loss: LossSpec;
  readonly optimizer: OptimizerSpec;
  readonly epochs: number;
  /** Images a step; the last step of an epoch takes what is left. */
  readonly batchSize: number;
  /** Decides the initial weights and the order of the data. */
  readonly seed: number;
  /** Null: every epoch is trained. */
  readonly earlyStopping: EarlyStoppingSpec | null;
}

/** A model, and how its hidden layers are made; null for a model that has none. */
export interface ModelSpec {
  readonly name: ModelName;
  readonly style: LayerStyle | null;
}

export interface LossSpec {
  readonly name: LossName;
  readonly reduction: Reduction;
}

export interface OptimizerSpec {
  readonly name: OptimizerName;
  readonly learningRate: number;
}

/** The comparison that works with nothing chosen: plain SGD, so that the gradient's scale shows. */
export const defaultSpec: ExperimentSpec = {
  dataset: 'fashion-mnist',
  model: modelSpec('mlp'),
  loss: lossSpec('cross-entropy'),
  optimizer: optimizerSpec('sgd'),
  epochs: 30,
  batchSize: 64,
  seed: 1,
  earlyStopping: null,
};

/** A model with the style that it has by default. */
export function modelSpec(name: ModelName): ModelSpec {
  return { name, style: models[name].style };
}

/** The models that do the task of a data set. */
export function modelsFor(dataset: DatasetName): readonly ModelName[] {
  return modelNames.filter((name) => models[name].task === datasets[dataset].task);
}

/** `kept`, if it is a model for the data set; otherwise the first that is. */
export function fittingModel(dataset: DatasetName, kept = defaultSpec.model): ModelSpec {
  const [first = kept.name, ...others] = modelsFor(dataset);
  return [first, ...others].includes(kept.name) ? kept : modelSpec(first);
}

/** A loss in its default reduction. */
export function lossSpec(name: LossName): LossSpec {
  return { name, reduction: losses[name].reductions[0] };
}

/** An optimizer at its default learning rate. */
export function optimizerSpec(name: OptimizerName): OptimizerSpec {
  return { name, learningRate: optimizers[name].defaultLearningRate };
}

/** What turns a loss measured in its default reduction into `reduction`. */
export function fromDefaultReduction({ name, reduction }: LossSpec, classes: number): number {
  const [byDefault] = losses[name].reductions;
  return reductionFactor(reduction, classes) / reductionFactor(byDefault, classes);
}

/** `trainCount`: of the data at hand, which in tests are not the catalogue's. */
export function stepsPerEpoch(
  { dataset, batchSize }: ExperimentSpec,
  trainCount: number = datasets[dataset].trainCount,
): number {
  return Math.ceil(trainCount / batchSize);
}
