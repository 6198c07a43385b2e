import { datasets, datasetNames, type DatasetName } from '../experiment/datasets/catalogue.ts';
import { losses, lossNames } from '../experiment/losses/catalogue.ts';
import { models, type ModelName } from '../experiment/models/catalogue.ts';
import { lossLabel, modelLabel } from '../experiment/names.ts';
import {
  optimizers,
  optimizerNames,
  type OptimizerName,
} from '../experiment/optimizers/catalogue.ts';
import { datasetFacts, type DatasetSpec } from '../experiment/datasets/dataset-spec.ts';
import { lossSpec, type LossSpec } from '../experiment/losses/loss-spec.ts';
import { modelSpec } from '../experiment/models/model-spec.ts';
import { modelsFor } from '../experiment/spec.ts';
import { count, message } from '../l10n.ts';
import type { Choice } from './wizard.ts';

/* The catalogues as answers of a wizard. */

export function datasetChoices(): Choice<DatasetName>[] {
  return datasetNames.map((value) => {
    const { label, use, trainCount, validationCount } = datasets[value];
    const figures = { train: count(trainCount), validation: count(validationCount) };
    return {
      label,
      description: message('{train} training and {validation} validation images', figures),
      detail: use,
      value,
    };
  });
}

export function modelChoices(dataset: DatasetSpec): Choice<ModelName>[] {
  return modelsFor(dataset).map((value) => ({
    label: modelLabel(modelSpec(value)),
    detail: models[value].use,
    value,
  }));
}

/** Every loss for the data set's task; then those in another reduction that the field uses. */
export function lossChoices(dataset: DatasetSpec): Choice<LossSpec>[] {
  const { task } = datasetFacts(dataset);
  const fitting = lossNames.filter(
    (name) => losses[name].scope === 'label' || task === 'segmentation',
  );
  const others = fitting.flatMap((name) =>
    losses[name].reductions.slice(1).map((reduction) => lossSpec(name, reduction)),
  );
  return [...fitting.map((name) => lossSpec(name)), ...others].map((value) => ({
    label: lossLabel(value),
    detail: losses[value.name].use,
    value,
  }));
}

export function optimizerChoices(): Choice<OptimizerName>[] {
  return optimizerNames.map((value) => ({
    label: optimizers[value].label,
    detail: optimizers[value].use,
    value,
  }));
}
