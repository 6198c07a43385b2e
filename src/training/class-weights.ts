import type { ClassWeights } from '../experiment/losses/loss-spec.ts';

/** The weight of each class, by the labels that are trained on; undefined if all are 1. */
export function classWeightsOf(
  weights: ClassWeights,
  labels: Uint8Array,
  classes: number,
): Float64Array | undefined {
  if (weights === 'equal') return undefined;
  return weights === 'balanced' ? balanced(labels, classes) : Float64Array.from(weights);
}

/** N/(K n_k); 1 for a class that never occurs. */
function balanced(labels: Uint8Array, classes: number): Float64Array {
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label] = (counts[label] ?? NaN) + 1;
  return counts.map((count) => (count === 0 ? 1 : labels.length / (classes * count)));
}
