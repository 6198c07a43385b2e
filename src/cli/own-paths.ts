import { resolveOwnPaths, resolvePath } from '../experiment/datasets/own/resolve-paths.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';

/** The spec with its paths absolute, so that the run can be trained again from wherever. */
export function withPaths(spec: ExperimentSpec, base: string): ExperimentSpec {
  const { dataset, loss } = spec;
  const own = dataset.own && resolveOwnPaths(dataset.own, base);
  const module = loss.module === null ? null : resolvePath(loss.module, base);
  return { ...spec, dataset: { ...dataset, own }, loss: { ...loss, module } };
}
