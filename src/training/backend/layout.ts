import * as tf from '@tensorflow/tfjs-core';
import { cutRows, cutVectors, input, type WasmHost } from './wasm-host.ts';

/**
 * Sums of equal shapes, and concatenation and splitting along the channels, which the shortcuts of a
 * ResNet and a U-Net go through, by all threads. What is of another kind stays tfjs's.
 */
export function registerLayout(host: WasmHost): void {
  registerAdd(host);
  registerConcat(host);
  registerSplit(host);
}

function registerAdd(host: WasmHost): void {
  const theirs = tf.getKernel('Add', 'wasm');
  const add: tf.KernelFunc = (call) => {
    const [a, b] = [input(call.inputs, 'a'), input(call.inputs, 'b')];
    const isOurs = [a, b].every(isFloat) && tf.util.arraysEqual(a.shape, b.shape);
    if (!isOurs) return theirs.kernelFunc(call);
    const sum = host.output(a.shape);
    const count = tf.util.sizeFromShape(a.shape);
    const operands = [count, ...[a, b, sum].map((tensor) => host.pointer(tensor))];
    host.each('add', operands, cutVectors(count));
    return sum;
  };
  host.register('Add', add, theirs.setupFunc);
}

function registerConcat(host: WasmHost): void {
  const theirs = tf.getKernel('Concat', 'wasm');
  const concat: tf.KernelFunc = (call) => {
    const tensors = Object.values(call.inputs).filter((tensor) => tensor !== undefined);
    const [first] = tensors;
    const isOurs = first && tensors.every(isFloat) && isLast(first, call.attrs?.['axis']);
    if (!isOurs) return theirs.kernelFunc(call);
    const widths = tensors.map(({ shape }) => shape.at(-1) ?? 1);
    const width = widths.reduce((sum, each) => sum + each, 0);
    const to = host.output([...first.shape.slice(0, -1), width]);
    let at = host.pointer(to);
    tensors.forEach((tensor, i) => {
      copy(host, tensor, widths[i] ?? 0, { from: host.pointer(tensor), to: at, pitch: width });
      at += 4 * (widths[i] ?? 0);
    });
    return to;
  };
  host.register('Concat', concat, theirs.setupFunc);
}

function registerSplit(host: WasmHost): void {
  const theirs = tf.getKernel('SplitV', 'wasm');
  const split: tf.KernelFunc = (call) => {
    const x = input(call.inputs, 'x');
    const sizes: unknown = call.attrs?.['numOrSizeSplits'];
    const widths = Array.isArray(sizes) ? sizes.map(Number) : [];
    const isOurs = isFloat(x) && isLast(x, call.attrs?.['axis']) && widths.length > 0;
    if (!isOurs || widths.includes(-1)) return theirs.kernelFunc(call);
    let from = host.pointer(x);
    return widths.map((width) => {
      const part = host.output([...x.shape.slice(0, -1), width]);
      const pitch = x.shape.at(-1) ?? 1;
      copy(host, part, width, { from, to: host.pointer(part), fromPitch: pitch, pitch: width });
      from += 4 * width;
      return part;
    });
  };
  host.register('SplitV', split, theirs.setupFunc);
}

/** All rows of a tensor of `width` columns; pitches in floats. */
function copy(
  host: WasmHost,
  { shape }: tf.TensorInfo,
  width: number,
  at: { from: number; to: number; fromPitch?: number; pitch: number },
): void {
  const rows = tf.util.sizeFromShape(shape) / width;
  const operands = [4 * width, at.from, 4 * (at.fromPitch ?? width), at.to, 4 * at.pitch];
  host.each('copyRows', operands, cutRows(rows, width));
}

function isFloat({ dtype, shape }: tf.TensorInfo): boolean {
  return dtype === 'float32' && !shape.includes(0);
}

function isLast({ shape }: tf.TensorInfo, axis: unknown): boolean {
  return shape.length > 1 && (axis === shape.length - 1 || axis === -1);
}
