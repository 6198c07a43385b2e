import * as tf from '@tensorflow/tfjs-core';
import { partsOf } from './task.ts';
import { cutRows, input, type WasmHost } from './wasm-host.ts';

/**
 * Batch normalisation with ReLU and a residual shortcut fused, which tfjs has none of: the kernels that
 * `../operations/batch-norm.ts` describes. Channels must be a multiple of 4.
 */
export function registerBatchNorm(host: WasmHost): void {
  host.register('BatchNormTraining', ({ inputs, attrs }) => training(host, inputs, attrs));
  host.register('BatchNormInference', ({ inputs, attrs }) => {
    const [mean, variance] = [input(inputs, 'mean'), input(inputs, 'variance')];
    return normalise(host, inputs, attrs, mean, variance);
  });
  host.register('BatchNormTrainingGrad', ({ inputs, attrs }) => gradient(host, inputs, attrs));
}

interface Rows {
  readonly rows: number;
  readonly channels: number;
  readonly cutting: ReturnType<typeof cutRows>;
}

function rowsOf({ shape }: tf.TensorInfo): Rows {
  const channels = shape.at(-1) ?? 1;
  if (channels % 4 !== 0) throw new Error(`Batch normalisation of ${channels} channels`);
  const rows = tf.util.sizeFromShape(shape) / channels;
  return { rows, channels, cutting: cutRows(rows, channels) };
}

/** The bytes of the sums of all parts: two float64 a channel. */
function sumsBytes({ channels, cutting }: Rows): number {
  return 16 * channels * partsOf(cutting);
}

function training(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo[] {
  const x = input(inputs, 'x');
  const size = rowsOf(x);
  const { rows, channels, cutting } = size;
  const [mean, variance] = [host.output([channels]), host.output([channels])];
  const [parts = 0] = host.scratch.reserve(sumsBytes(size));
  const from = host.pointer(x);
  host.each('batchNormSums', [channels, from, parts, cutting.perPart], cutting);
  const moments = [mean, variance].map((tensor) => host.pointer(tensor));
  host.kernels.batchNormMoments(rows, channels, from, parts, partsOf(cutting), ...moments);
  return [normalise(host, inputs, attrs, mean, variance), mean, variance];
}

function normalise(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
  mean: tf.TensorInfo,
  variance: tf.TensorInfo,
): tf.TensorInfo {
  const [x, gamma, beta] = [input(inputs, 'x'), input(inputs, 'gamma'), input(inputs, 'beta')];
  const { channels, cutting } = rowsOf(x);
  const y = host.output(x.shape);
  const pointers = [x, mean, variance, gamma, beta].map((tensor) => host.pointer(tensor));
  const plus = inputs['plus'] ? host.pointer(inputs['plus']) : 0;
  const lower = attrs?.['relu'] === true ? 0 : -Infinity;
  const operands = [channels, ...pointers, epsilonOf(attrs), plus, lower, host.pointer(y)];
  host.each('batchNorm', operands, cutting);
  return y;
}

/** dx, dγ, dβ and, where there is a shortcut, dplus. */
function gradient(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo[] {
  const names = ['x', 'dy', 'mean', 'variance', 'gamma'] as const;
  const [x, dy, mean, variance, gamma] = names.map((name) => host.pointer(input(inputs, name)));
  if (!x || !dy || !mean || !variance || !gamma) throw new Error('A tensor without an address');
  const { shape } = input(inputs, 'x');
  const size = rowsOf(input(inputs, 'x'));
  const { rows, channels, cutting } = size;
  const y = inputs['y'] ? host.pointer(inputs['y']) : 0;
  const [dx, dGamma, dBeta] = [
    host.output(shape),
    host.output([channels]),
    host.output([channels]),
  ];
  const dPlus = attrs?.['plus'] === true ? host.output(shape) : undefined;
  const [parts = 0, shares = 0] = host.scratch.reserve(sumsBytes(size), 8 * channels);
  const sums = [channels, x, y, dy, mean, parts, cutting.perPart];
  host.each('batchNormGradientSums', sums, cutting);
  const epsilon = epsilonOf(attrs);
  const [toGamma = 0, toBeta = 0] = [dGamma, dBeta].map((tensor) => host.pointer(tensor));
  const number = partsOf(cutting);
  host.kernels.batchNormGradientMoments(rows, channels, parts, number, variance, epsilon, toGamma, toBeta, shares); // prettier-ignore
  const toPlus = dPlus ? host.pointer(dPlus) : 0;
  const operands = [channels, x, y, dy, mean, variance, gamma, epsilon, shares, host.pointer(dx), toPlus]; // prettier-ignore
  host.each('batchNormGradient', operands, cutting);
  return [dx, dGamma, dBeta, ...(dPlus ? [dPlus] : [])];
}

function epsilonOf(attrs: tf.NamedAttrMap | undefined): number {
  const epsilon = attrs?.['epsilon'];
  if (typeof epsilon !== 'number') throw new Error('Batch normalisation takes an epsilon');
  return epsilon;
}
