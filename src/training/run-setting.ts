import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { stepsPerEpoch, type ExperimentSpec } from '../experiment/spec.ts';
import type { RunSetting } from '../run/event.ts';
import type { Backend } from './backend/backend.ts';
import { bothNotices } from './both-notices.ts';
import type { Network } from './network.ts';
import type { CheckedOwnLoss } from './own-loss-check.ts';

/** What the `started` event says. */
export function runSetting(
  spec: ExperimentSpec,
  data: TrainingData,
  { layers }: Network,
  backend: Backend,
  own?: CheckedOwnLoss,
): RunSetting {
  const notice = bothNotices(backend.notice, own?.notice);
  return {
    layers: layers.map(({ name, weightCount }) => ({ name, weights: weightCount })),
    classes: data.classes,
    trainCount: data.train.count,
    validationCount: data.validation.count,
    stepsPerEpoch: stepsPerEpoch(spec, data.train.count),
    backend: backend.name,
    ...(data.classNames && { classNames: data.classNames }),
    ...(own && { ownLoss: { module: own.loss.path, sha256: own.loss.sha256 } }),
    ...(notice && { notice }),
  };
}
