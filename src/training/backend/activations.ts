import * as tf from '@tensorflow/tfjs-core';
import { cutVectors, input, type WasmHost } from './wasm-host.ts';

/** The kinds that kernels/activations.ts tells apart, by their names in tfjs. */
const kinds = { Relu: 0, Sigmoid: 1, Tanh: 2 } as const;

/** The activations, of which tfjs-wasm's ReLU makes NaN 0, and their gradients in one pass each. */
export function registerActivations(host: WasmHost): void {
  for (const [name, kind] of Object.entries(kinds)) {
    host.register(name, ({ inputs }) => {
      const x = input(inputs, 'x');
      const y = host.output(x.shape);
      const count = tf.util.sizeFromShape(x.shape);
      const operands = [kind, count, host.pointer(x), host.pointer(y)];
      host.each('activate', operands, cutVectors(count));
      return y;
    });
    host.register(`${name}Grad`, ({ inputs }) => {
      const [y, dy] = [input(inputs, 'y'), input(inputs, 'dy')];
      const dx = host.output(y.shape);
      const count = tf.util.sizeFromShape(y.shape);
      const operands = [kind, count, ...[y, dy, dx].map((tensor) => host.pointer(tensor))];
      host.each('activationGradient', operands, cutVectors(count));
      return dx;
    });
  }
}

/** The least output of a fused activation, which is the sum or this, whichever is more. */
export function lowerBound(activation: unknown): number {
  if (activation === 'relu') return 0;
  if (activation === 'linear' || activation === undefined || activation === null) return -Infinity;
  throw new Error('The fused activation is ReLU or none');
}
