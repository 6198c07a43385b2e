import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Run } from '../run/run.ts';

/** Same initial weights and same batches in the same order, so that the first steps can be compared. */
export function startAlike(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return sameWeights(a, b) && sameOrder(a, b);
}

export function sameWeights(a: ExperimentSpec, b: ExperimentSpec): boolean {
  return a.seed === b.seed && sameModel(a, b) && a.dataset === b.dataset;
}

export function sameModel({ model: a }: ExperimentSpec, { model: b }: ExperimentSpec): boolean {
  return (
    a.name === b.name &&
    a.style?.activation === b.style?.activation &&
    a.style?.initializer === b.style?.initializer &&
    a.style?.batchNorm === b.style?.batchNorm
  );
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
