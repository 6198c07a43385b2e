import { weightCount, type LayerSpec } from '../experiment/models/layers.ts';
import type { Random } from '../experiment/random.ts';
import type { Average, Backend, Parameter } from './backend/backend.ts';
import { initialWeights } from './initializers.ts';

/** A layer of a model with tensors of its own. */
export interface Layer {
  readonly name: string;
  readonly weights: Parameter;
  /** [units], unless there is a normalisation, which would take it away again. */
  readonly bias?: Parameter;
  readonly norm?: BatchNorm;
  /** How many weights, the other tensors not counted. */
  readonly weightCount: number;
}

/** Of batch normalisation, each [units]. */
export interface BatchNorm {
  readonly gamma: Parameter;
  readonly beta: Parameter;
  /** Moving averages of the batches' moments, which stand for them when the model is used. */
  readonly mean: Average;
  readonly variance: Average;
}

export function createLayer(
  spec: LayerSpec,
  backend: Backend,
  random: Random,
  slots: number,
): Layer {
  const { name, shape, units } = spec;
  const vector = (value: number): Parameter =>
    backend.parameter(new Float32Array(units).fill(value), [units], slots);
  const weights = backend.parameter(initialWeights(spec, random), shape, slots);
  const layer = { name, weights, weightCount: weightCount(spec) };
  if (!spec.batchNorm) return { ...layer, bias: vector(0) };
  const norm = {
    gamma: vector(1),
    beta: vector(0),
    mean: backend.average(units, 0),
    variance: backend.average(units, 1),
  };
  return { ...layer, norm };
}

/** The tensors that are trained; the weights come first. */
export function parametersOf({ weights, bias, norm }: Layer): Parameter[] {
  return [weights, ...(bias ? [bias] : []), ...(norm ? [norm.gamma, norm.beta] : [])];
}

export function disposeLayer(layer: Layer): void {
  for (const parameter of parametersOf(layer)) parameter.dispose();
  layer.norm?.mean.dispose();
  layer.norm?.variance.dispose();
}
