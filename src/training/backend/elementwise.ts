import * as tf from '@tensorflow/tfjs-core';
import { input, type WasmHost } from './wasm-host.ts';

/** ReLU, which in tfjs-wasm makes NaN 0, and its gradient in one pass instead of tfjs's three. */
export function registerRelu(host: WasmHost): void {
  host.register('Relu', ({ inputs }) => {
    const x = input(inputs, 'x');
    const y = host.output(x.shape);
    host.kernels.relu(tf.util.sizeFromShape(x.shape), host.pointer(x), host.pointer(y));
    return y;
  });
  host.register('ReluGrad', ({ inputs }) => {
    const [y, dy] = [input(inputs, 'y'), input(inputs, 'dy')];
    const dx = host.output(y.shape);
    const operands = [y, dy, dx].map((tensor) => host.pointer(tensor));
    host.kernels.reluGradient(tf.util.sizeFromShape(y.shape), ...operands);
    return dx;
  });
}

/** Sums over all dimensions but the last, the gradient at a bias; other sums stay tfjs's. */
export function registerColumnSums(host: WasmHost): void {
  const theirs = tf.getKernel('Sum', 'wasm');
  const sum: tf.KernelFunc = (call) => {
    const x = input(call.inputs, 'x');
    if (!isOverRows(x, call.attrs?.['axis'])) return theirs.kernelFunc(call);
    const columns = x.shape.at(-1) ?? 1;
    const ones = x.shape.slice(0, -1).map(() => 1);
    const sums = host.output([...(call.attrs?.['keepDims'] === true ? ones : []), columns]);
    const rows = tf.util.sizeFromShape(x.shape) / columns;
    host.kernels.columnSums(rows, columns, host.pointer(x), host.pointer(sums));
    return sums;
  };
  host.register('Sum', sum, theirs.setupFunc);
}

function isOverRows({ dtype, shape }: tf.TensorInfo, axis: unknown): boolean {
  if (dtype !== 'float32' || shape.length < 2 || shape.includes(0)) return false;
  const given: readonly unknown[] = Array.isArray(axis) ? axis : [axis];
  const axes = given.map((a) => (typeof a === 'number' && a < 0 ? a + shape.length : a));
  return shape.every((_, dimension) => axes.includes(dimension) === dimension < shape.length - 1);
}
