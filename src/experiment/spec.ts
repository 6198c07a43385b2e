import { datasetFacts, datasetSpec, type DatasetSpec } from './datasets/dataset-spec.ts';
import type { EarlyStoppingSpec } from './early-stopping.ts';
import { lossSpec, type LossSpec } from './losses/loss-spec.ts';
import { modelNames, models, type ModelName } from './models/catalogue.ts';
import { modelSpec, type ModelSpec } from './models/model-spec.ts';
import { modelTaskOf } from './models/model.ts';
import { optimizerSpec, type OptimizerSpec } from './optimizers/optimizer-spec.ts';

/** One training, whole: the same spec gives the same numbers. */
export interface ExperimentSpec {
  readonly dataset: DatasetSpec;
  readonly model: ModelSpec;
  readonly loss: LossSpec;
  readonly optimizer: OptimizerSpec;
  readonly epochs: number;
  /** Images a step; the last step of an epoch takes what is left. */
  readonly batchSize: number;
  /** Decides the initial weights, the order of the data and whatever else is drawn. */
  readonly seed: number;
  /** Null: every epoch is trained. */
  readonly earlyStopping: EarlyStoppingSpec | null;
}

/** The comparison that works with nothing chosen: plain SGD, so that the gradient's scale shows. */
export const defaultSpec: ExperimentSpec = {
  dataset: datasetSpec('fashion-mnist'),
  model: modelSpec('mlp'),
  loss: lossSpec('cross-entropy'),
  optimizer: optimizerSpec('sgd'),
  epochs: models.mlp.epochs,
  batchSize: 64,
  seed: 1,
  earlyStopping: null,
};

/** The models that do the task of a data set. */
export function modelsFor(dataset: DatasetSpec): readonly ModelName[] {
  const task = modelTaskOf(datasetFacts(dataset).task);
  return modelNames.filter((name) => models[name].task === task);
}

/** `kept`, if it is a model for the data set; otherwise the first that is. */
export function fittingModel(dataset: DatasetSpec, kept = defaultSpec.model): ModelSpec {
  const [first = kept.name, ...others] = modelsFor(dataset);
  return [first, ...others].includes(kept.name) ? kept : modelSpec(first);
}

/** @param trainCount of the data at hand */
export function stepsPerEpoch({ batchSize }: ExperimentSpec, trainCount: number): number {
  return Math.ceil(trainCount / batchSize);
}
