import type { TrainingData } from '../experiment/datasets/dataset.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { RunSetting } from '../run/event.ts';
import type { Backend } from './backend/backend.ts';
import type { Network } from './network.ts';

/** What the `started` event says. */
export function runSetting(
  spec: ExperimentSpec,
  data: TrainingData,
  { layers }: Network,
  backend: Backend,
): RunSetting {
  return {
    layers: layers.map(({ name, weights }) => ({ name, weights: weights.tensor.size })),
    classes: data.classes,
    trainCount: data.train.count,
    validationCount: data.validation.count,
    stepsPerEpoch: stepsPerEpoch(spec, data),
    backend: backend.name,
  };
}

/** Of the data at hand, which in tests are not the catalogue's. */
export function stepsPerEpoch({ batchSize }: ExperimentSpec, { train }: TrainingData): number {
  return Math.ceil(train.count / batchSize);
}
