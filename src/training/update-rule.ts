import { adamConstants } from '../experiment/optimizers/adam.ts';
import { momentumDecay } from '../experiment/optimizers/momentum.ts';
import type { OptimizerSpec } from '../experiment/spec.ts';

/** One step of an optimizer in numbers: what the kernels need, with the step's own corrections. */
export type UpdateRule =
  | { readonly name: 'sgd'; readonly rate: number }
  | { readonly name: 'momentum'; readonly rate: number; readonly decay: number }
  | AdamRule;

/** m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂) g², w ← w − rate · m / (√v · scale + ε) */
export interface AdamRule {
  readonly name: 'adam';
  readonly rate: number;
  readonly scale: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** The rule of step 1, 2 … */
export function updateRule(optimizer: OptimizerSpec, step: number): UpdateRule {
  const { name, learningRate: rate } = optimizer;
  switch (name) {
    case 'sgd':
      return { name, rate };
    case 'momentum':
      return { name, rate, decay: momentumDecay };
    case 'adam':
      return adamRule(rate, step);
  }
}

/** m̂ = m/(1−β₁ᵗ) goes into the rate, √v̂ = √v/√(1−β₂ᵗ) into the scale. */
function adamRule(learningRate: number, step: number): AdamRule {
  const { beta1, beta2, epsilon } = adamConstants;
  const rate = learningRate / (1 - beta1 ** step);
  return { name: 'adam', rate, scale: 1 / Math.sqrt(1 - beta2 ** step), beta1, beta2, epsilon };
}
