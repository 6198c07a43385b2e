import type { LayerStyle } from '../experiment/models/net.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Run } from '../run/run.ts';
import { isSame } from '../same.ts';

/**
 * The same function of the same initial weights, and same batches in the same order, so that the first
 * steps can be compared.
 */
export function startAlike(a: ExperimentSpec, b: ExperimentSpec): boolean {
  const alike = sameActivation(a, b) && sameBatchNorm(a, b) && sameDropout(a, b);
  return alike && sameWeights(a, b) && sameOrder(a, b);
}

/** Activation, batch normalisation and dropout draw no weights. */
export function sameWeights(a: ExperimentSpec, b: ExperimentSpec): boolean {
  const sameSource = a.seed === b.seed && sameInput(a, b);
  const sameStart = sameInitializer(a, b) && sameInitialScale(a, b);
  return sameSource && a.model.name === b.model.name && sameSize(a, b) && sameStart;
}

export const sameActivation = sameStyle(({ activation }) => activation);
export const sameInitializer = sameStyle(({ initializer }) => initializer);
export const sameBatchNorm = sameStyle(({ batchNorm }) => batchNorm);
export const sameInitialScale = sameStyle(({ initialScale }) => initialScale);
export const sameDropout = sameStyle(({ dropout }) => dropout);

/** Whether a part of the style is the same; of a model without one there is none to differ. */
function sameStyle(
  part: (style: LayerStyle) => string | number | boolean,
): (a: ExperimentSpec, b: ExperimentSpec) => boolean {
  return ({ model: a }, { model: b }) =>
    a.style === null || b.style === null || part(a.style) === part(b.style);
}

export function sameOrder(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.seed === b.seed && sameDataset(a, b) && a.batchSize === b.batchSize;
}

export function sameLoss(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return isSame(a.loss, b.loss);
}

export function sameDataset(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return isSame(a.dataset, b.dataset);
}

/** Images of the same size, and as many classes. */
function sameInput(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.dataset.name === b.dataset.name;
}

/** Of models that fix their layers there is no size to differ. */
export function sameSize({ model: a }: ExperimentSpec, { model: b }: ExperimentSpec): boolean {
  return a.size === null || b.size === null || isSame(a.size, b.size);
}

export function sameOptimizer(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.optimizer.name === b.optimizer.name;
}

export function sameRate(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.optimizer.learningRate === b.optimizer.learningRate;
}

/** Whether `same` holds between the first run and each of the others. */
export function allRuns(
  [first, ...others]: readonly Run[],
  same: (a: ExperimentSpec, b: ExperimentSpec) => boolean,
): boolean {
  return first === undefined || others.every((run) => same(first.identity.spec, run.identity.spec));
}
