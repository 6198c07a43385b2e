import type { Adjustment, Rule } from '../update-rule.ts';
import type { KernelName } from './kernels.ts';

const adjustedKernels = {
  sgd: 'adjustedSgd',
  momentum: 'adjustedMomentum',
  nesterov: 'adjustedNesterov',
  rmsprop: 'adjustedRmsprop',
  adam: 'adjustedAdam',
} as const satisfies Record<Rule['name'], KernelName>;

/** The kernel of a rule: the one that adjusts nothing where nothing is to be adjusted. */
export function updateKernel({ name }: Rule, { clip, l2, l1, keep }: Adjustment): KernelName {
  const isPlain = clip === 1 && l2 === 0 && l1 === 0 && keep === 1;
  return isPlain ? name : adjustedKernels[name];
}

/** 11 float32, as kernels/optimizer.ts takes them. */
export const numbersBytes = 44;

/** Puts the numbers of a step where its kernel finds them. */
export function writeNumbers(
  { buffer }: WebAssembly.Memory,
  at: number,
  rule: Rule,
  { clip, l2, l1, keep }: Adjustment,
): void {
  const numbers = new Float32Array(buffer, at, numbersBytes / 4);
  numbers.set(ruleNumbers(rule).concat(clip, l2, l1, keep));
}

/** rate, decay1, gain1, decay2, gain2, scale, epsilon; 0 for what the rule has no use for */
export function ruleNumbers(rule: Rule): number[] {
  switch (rule.name) {
    case 'sgd':
      return [rule.rate, 0, 0, 0, 0, 0, 0];
    case 'momentum':
    case 'nesterov':
      return [rule.rate, rule.decay, 0, 0, 0, 0, 0];
    case 'rmsprop':
      return [rule.rate, rule.decay, 1 - rule.decay, 0, 0, 0, rule.epsilon];
    case 'adam': {
      const { rate, beta1, beta2, scale, epsilon } = rule;
      return [rate, beta1, 1 - beta1, beta2, 1 - beta2, scale, epsilon];
    }
  }
}
