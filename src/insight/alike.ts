import type { LayerStyle } from '../experiment/models/net.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Run } from '../run/run.ts';

/**
 * The same function of the same initial weights, and same batches in the same order, so that the first
 * steps can be compared.
 */
export function startAlike(a: ExperimentSpec, b: ExperimentSpec): boolean {
  const alike = sameActivation(a, b) && sameBatchNorm(a, b);
  return alike && sameWeights(a, b) && sameOrder(a, b);
}

/** Activation and batch normalisation draw no weights. */
export function sameWeights(a: ExperimentSpec, b: ExperimentSpec): boolean {
  const sameSource = a.seed === b.seed && a.dataset === b.dataset;
  return sameSource && a.model.name === b.model.name && sameInitializer(a, b);
}

export const sameActivation = sameStyle(({ activation }) => activation);
export const sameInitializer = sameStyle(({ initializer }) => initializer);
export const sameBatchNorm = sameStyle(({ batchNorm }) => batchNorm);

/** Whether a part of the style is the same; of a model without one there is none to differ. */
function sameStyle(
  part: (style: LayerStyle) => string | boolean,
): (a: ExperimentSpec, b: ExperimentSpec) => boolean {
  return ({ model: a }, { model: b }) =>
    a.style === null || b.style === null || part(a.style) === part(b.style);
}

export function sameOrder(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.seed === b.seed && a.dataset === b.dataset && a.batchSize === b.batchSize;
}

export function sameLoss(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.loss.name === b.loss.name && a.loss.reduction === b.loss.reduction;
}

/** Whether `same` holds between the first run and each of the others. */
export function allRuns(
  [first, ...others]: readonly Run[],
  same: (a: ExperimentSpec, b: ExperimentSpec) => boolean,
): boolean {
  return first === undefined || others.every((run) => same(first.identity.spec, run.identity.spec));
}
