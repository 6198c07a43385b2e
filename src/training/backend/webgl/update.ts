import type * as tf from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { Penalties, Rule } from '../../update-rule.ts';
import { ruleNumbers } from '../update-numbers.ts';
import { run, type Program } from './program.ts';

/** What a step makes of a parameter, all of its shape. */
export interface Moved {
  readonly weights: tf.Tensor;
  readonly slots: readonly tf.Tensor[];
}

/** Each slot after the step, from the slot before it (s) and the adjusted gradient (p). */
const slotFormulas: Record<Rule['name'], readonly string[]> = {
  sgd: [],
  momentum: ['decay1 * s + p'],
  nesterov: ['decay1 * s + p'],
  rmsprop: ['decay1 * s + gain1 * p * p'],
  adam: ['decay1 * s + gain1 * p', 'decay2 * s + gain2 * p * p'],
};

/** What the rate multiplies, from p and the slots after the step. */
const pushFormulas: Record<Rule['name'], string> = {
  sgd: 'p',
  momentum: 'first',
  nesterov: 'p + decay1 * first',
  rmsprop: 'p / (sqrt(first) + epsilon)',
  adam: 'first / (sqrt(second) * scale + epsilon)',
};

const slotNames = ['first', 'second'] as const;

const uniforms = ['rate', 'decay1', 'gain1', 'decay2', 'gain2', 'scale', 'epsilon', 'l2', 'l1', 'keep']; // prettier-ignore

/** One step of a rule: the formulas of kernels/update-lanes.ts. @param clip [1], the factor of the gradient */
export function update(
  backend: MathBackendWebGL,
  rule: Rule,
  { weights, slots }: Moved,
  gradient: tf.Tensor,
  clip: tf.Tensor,
  { l2, l1, keep }: Penalties,
): Moved {
  const values = Object.fromEntries(
    [...ruleNumbers(rule), l2, l1, keep].map((value, i) => [uniforms[i] ?? '', value]),
  );
  const { shape } = weights;
  const inputs = [gradient, weights, clip];
  const nextSlots = slotFormulas[rule.name].map((formula, i) => {
    const slot = slots[i];
    if (!slot) throw new RangeError(`${rule.name} takes ${slotFormulas[rule.name].length} slots`);
    const program = updateProgram(shape, ['slot'], `float s = getSlotAtOutCoords();`, formula);
    return run(backend, program, [...inputs, slot], values);
  });
  const names = slotNames.slice(0, nextSlots.length);
  const reads = names.map((name) => `float ${name} = get${capital(name)}AtOutCoords();`).join('\n');
  const formula = `keep * w - rate * (${pushFormulas[rule.name]})`;
  const program = updateProgram(shape, names, reads, formula);
  return { weights: run(backend, program, [...inputs, ...nextSlots], values), slots: nextSlots };
}

function updateProgram(
  shape: readonly number[],
  more: readonly string[],
  reads: string,
  formula: string,
): Program {
  const code = `
    void main() {
      float w = getWeightsAtOutCoords();
      float p = getClip(0) * getGradientAtOutCoords() + l2 * w + l1 * sign(w);
      ${reads}
      setOutput(${formula});
    }`;
  return { inputs: ['gradient', 'weights', 'clip', ...more], shape, code, uniforms };
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
