import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { crossEntropy } from './cross-entropy.ts';
import type { Loss } from './loss.ts';
import { meanAbsoluteError } from './mean-absolute-error.ts';
import { meanSquaredError } from './mean-squared-error.ts';
import { meanSquaredErrorLinear } from './mean-squared-error-linear.ts';

/** Every loss by the name that specs, commands and event files use. */
export const losses = {
  'cross-entropy': crossEntropy,
  'mean-squared-error': meanSquaredError,
  'mean-squared-error-linear': meanSquaredErrorLinear,
  'binary-cross-entropy': binaryCrossEntropy,
  'mean-absolute-error': meanAbsoluteError,
} as const satisfies Record<string, Loss>;

export type LossName = keyof typeof losses;

export const lossNames = Object.keys(losses) as readonly LossName[];

/** A value for every loss of the catalogue. */
export function perLoss<T>(valueOf: (name: LossName) => T): Record<LossName, T> {
  const values: Partial<Record<LossName, T>> = {};
  for (const name of lossNames) values[name] = valueOf(name);
  if (!isWhole(values)) throw new Error('A loss has no value');
  return values;
}

function isWhole<T>(values: Partial<Record<LossName, T>>): values is Record<LossName, T> {
  return lossNames.every((name) => name in values);
}
