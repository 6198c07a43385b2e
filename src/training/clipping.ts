import type * as tf from '@tensorflow/tfjs-core';
import type { Parameter } from './backend/backend.ts';

/** What clipping by the global norm made of a step's gradients. */
export interface Clipping {
  /** ‖g‖ over all parameters together, before. */
  readonly norm: number;
  /** What every gradient is multiplied by; 1 for a norm within the limit. */
  readonly factor: number;
}

/**
 * g · min(1, limit/‖g‖), Pascanu et al. 2013; null without a limit. A norm that is not finite makes the step
 * so, and the training is told as diverged.
 */
export function clippingOf(
  parameters: readonly Parameter[],
  gradients: readonly tf.Tensor[],
  limit: number | null,
): Clipping | null {
  if (limit === null) return null;
  const squares = parameters.reduce((sum, parameter, i) => {
    const gradient = gradients[i];
    return sum + (gradient ? parameter.gradientSquares(gradient) : 0);
  }, 0);
  const norm = Math.sqrt(squares);
  return { norm, factor: Math.min(1, limit / norm) };
}
