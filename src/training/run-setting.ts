import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { stepsPerEpoch, type ExperimentSpec } from '../experiment/spec.ts';
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
    layers: layers.map(({ name, weightCount }) => ({ name, weights: weightCount })),
    classes: data.classes,
    trainCount: data.train.count,
    validationCount: data.validation.count,
    stepsPerEpoch: stepsPerEpoch(spec, data.train.count),
    backend: backend.name,
    ...(backend.notice && { notice: backend.notice }),
  };
}
