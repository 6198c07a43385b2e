import { adamConstants } from '../experiment/optimizers/adam.ts';
import { optimizers } from '../experiment/optimizers/catalogue.ts';
import { momentumDecay } from '../experiment/optimizers/momentum.ts';
import type { OptimizerSpec } from '../experiment/optimizers/optimizer-spec.ts';
import { rmspropConstants } from '../experiment/optimizers/rmsprop.ts';
import { learningRateAt } from '../experiment/schedules/learning-rate.ts';

/** One step of an optimizer in numbers, with the step's own learning rate and corrections. */
export type UpdateRule = Rule & {
  /** For the weights of layers, and for no other parameter. */
  readonly penalties: Penalties;
  /** The longest that the gradient of all parameters may be; null for no limit. */
  readonly clipNorm: number | null;
};

/** What is done to a parameter with a gradient p. The formulas stand in kernels/update-lanes.ts. */
export type Rule =
  | { readonly name: 'sgd'; readonly rate: number }
  | { readonly name: 'momentum' | 'nesterov'; readonly rate: number; readonly decay: number }
  | RmspropRule
  | AdamRule;

/** v ← decay · v + (1 − decay) p², w ← w − rate · p / (√v + ε) */
export interface RmspropRule {
  readonly name: 'rmsprop';
  readonly rate: number;
  readonly decay: number;
  readonly epsilon: number;
}

/** m ← β₁ m + (1−β₁) p, v ← β₂ v + (1−β₂) p², w ← w − rate · m / (√v · scale + ε); AdamW's as well */
export interface AdamRule {
  readonly name: 'adam';
  readonly rate: number;
  readonly scale: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** p gets l2 · w + l1 · sign(w); before a step, w is multiplied by `keep`. */
export interface Penalties {
  readonly l2: number;
  readonly l1: number;
  readonly keep: number;
}

/** What lies between the gradient g of the loss and a rule: p = clip · g + l2 · w + l1 · sign(w). */
export interface Adjustment extends Penalties {
  readonly clip: number;
}

export const noPenalties: Penalties = { l2: 0, l1: 0, keep: 1 };
export const unadjusted: Adjustment = { clip: 1, ...noPenalties };

/** The rule of step 1, 2 … of `epochs` epochs. */
export function updateRule(
  optimizer: OptimizerSpec,
  step: number,
  stepsPerEpoch: number,
  epochs: number,
): UpdateRule {
  const rate = learningRateAt(optimizer, step, stepsPerEpoch, epochs);
  const { clipNorm } = optimizer;
  return { ...ruleOf(optimizer, rate, step), penalties: penaltiesOf(optimizer, rate), clipNorm };
}

function ruleOf({ name }: OptimizerSpec, rate: number, step: number): Rule {
  switch (name) {
    case 'sgd':
      return { name, rate };
    case 'momentum':
    case 'nesterov':
      return { name, rate, decay: momentumDecay };
    case 'rmsprop':
      return { name, rate, ...rmspropConstants };
    case 'adam':
    case 'adamw':
      return adamRule(rate, step);
  }
}

/** m̂ = m/(1−β₁ᵗ) goes into the rate, √v̂ = √v/√(1−β₂ᵗ) into the scale. */
function adamRule(learningRate: number, step: number): AdamRule {
  const { beta1, beta2, epsilon } = adamConstants;
  const rate = learningRate / (1 - beta1 ** step);
  return { name: 'adam', rate, scale: 1 / Math.sqrt(1 - beta2 ** step), beta1, beta2, epsilon };
}

/** A decoupled decay follows the schedule, as in PyTorch: w ← w − ηλw with the step's own η. */
function penaltiesOf({ name, weightDecay, l1 }: OptimizerSpec, rate: number): Penalties {
  return optimizers[name].decay === 'decoupled'
    ? { l2: 0, l1, keep: 1 - rate * weightDecay }
    : { l2: weightDecay, l1, keep: 1 };
}
