import * as tf from '@tensorflow/tfjs-core';
import { partsOf } from './task.ts';
import { cutRows, input, type WasmHost } from './wasm-host.ts';

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
    const cutting = cutRows(rows, columns);
    const [parts = 0] = host.scratch.reserve(4 * columns * partsOf(cutting));
    host.each('columnSums', [columns, host.pointer(x), parts, cutting.perPart], cutting);
    host.kernels.addParts(columns, parts, partsOf(cutting), host.pointer(sums));
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
