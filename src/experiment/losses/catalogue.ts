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
