import type * as tf from '@tensorflow/tfjs-core';
import { convolutionGeometry, type Geometry } from './geometry.ts';
import { input, type WasmHost } from './wasm-host.ts';

/**
 * tfjs's convolution and what its gradients call. tfjs-wasm's own forward pass remembers packed
 * weights by the tensor's id, and it has no gradient at the filter.
 */
export function registerConvolution(host: WasmHost): void {
  host.register('Conv2D', ({ inputs, attrs }) => forward(host, inputs, attrs, -Infinity));
  host.register('FusedConv2D', ({ inputs, attrs }) =>
    forward(host, inputs, attrs, lowerBound(attrs?.['activation'])),
  );
  host.register('Conv2DBackpropInput', ({ inputs, attrs }) => inputGradient(host, inputs, attrs));
  host.register('Conv2DBackpropFilter', ({ inputs, attrs }) => filterGradient(host, inputs, attrs));
}

function forward(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
  lower: number,
): tf.TensorInfo {
  const [x, filter] = [input(inputs, 'x'), input(inputs, 'filter')];
  const geometry = convolutionGeometry(x.shape, filter.shape, attrs);
  const { batch, outHeight, outWidth, outChannels } = geometry;
  const y = host.output([batch, outHeight, outWidth, outChannels]);
  const bias = inputs['bias'] ? host.pointer(inputs['bias']) : 0;
  const [from, weights, to] = [host.pointer(x), host.pointer(filter), host.pointer(y)];
  const g = host.write(geometry);
  const { kernels, scratch } = host;
  if (isWinograd(geometry)) {
    const area = scratch.reserve(kernels.winogradConvolveBytes(g));
    kernels.winogradConvolve(g, from, weights, bias, to, lower, area);
  } else {
    const area = scratch.reserve(kernels.convolveBytes(g));
    kernels.convolve(g, from, weights, bias, to, lower, area);
  }
  return y;
}

/** The least output of an activation that is the sum or this, whichever is more. */
function lowerBound(activation: unknown): number {
  if (activation === 'relu') return 0;
  if (activation === 'linear' || activation === undefined) return -Infinity;
  throw new Error('The fused activation is ReLU or none');
}

function inputGradient(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo {
  const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
  const inputShape = attrs?.['inputShape'];
  if (!Array.isArray(inputShape)) throw new Error('The gradient at the input takes its shape');
  const geometry = convolutionGeometry(inputShape.map(Number), filter.shape, attrs);
  const { batch, inHeight, inWidth, inChannels, outChannels } = geometry;
  const dx = host.output([batch, inHeight, inWidth, inChannels]);
  const [from, weights, to] = [host.pointer(dy), host.pointer(filter), host.pointer(dx)];
  const { kernels, scratch } = host;
  const turned = turnedGeometry(geometry);
  if (isWinograd(turned)) {
    const filterBytes = 4 * 9 * inChannels * outChannels;
    const g = host.write(turned);
    const area = scratch.reserve(filterBytes + kernels.winogradConvolveBytes(g));
    kernels.turnFilter(inChannels, outChannels, weights, area);
    kernels.winogradConvolve(g, from, area, 0, to, -Infinity, area + filterBytes);
  } else {
    const g = host.write(geometry);
    const area = scratch.reserve(kernels.convolutionInputGradientBytes(g));
    kernels.convolutionInputGradient(g, from, weights, to, area);
  }
  return dx;
}

function filterGradient(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo {
  const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
  const filterShape = attrs?.['filterShape'];
  if (!Array.isArray(filterShape)) throw new Error('The gradient at the filter takes its shape');
  const geometry = convolutionGeometry(x.shape, filterShape.map(Number), attrs);
  const dw = host.output(filterShape.map(Number));
  const [images, gradient, to] = [host.pointer(x), host.pointer(dy), host.pointer(dw)];
  const { kernels, scratch } = host;
  const g = host.write(geometry);
  if (isWinograd(geometry)) {
    const area = scratch.reserve(kernels.winogradFilterGradientBytes(g));
    kernels.winogradFilterGradient(g, images, gradient, to, area);
  } else {
    const area = scratch.reserve(kernels.convolutionFilterGradientBytes(g));
    kernels.convolutionFilterGradient(g, images, gradient, to, area);
  }
  return dw;
}

/** Of the convolution of dy with the turned filter that gives the gradient at the inputs. */
export function turnedGeometry(g: Geometry): Geometry {
  return {
    ...g,
    inHeight: g.outHeight,
    inWidth: g.outWidth,
    inChannels: g.outChannels,
    outHeight: g.inHeight,
    outWidth: g.inWidth,
    outChannels: g.inChannels,
    padTop: g.filterHeight - 1 - g.padTop,
    padLeft: g.filterWidth - 1 - g.padLeft,
  };
}

/** Whether the kernels' Winograd takes it, and is the faster one: see bench/kernels.bench.mjs. */
export function isWinograd(g: Geometry): boolean {
  const isThreeByThree = g.filterHeight === 3 && g.filterWidth === 3;
  const isDense = g.strideY === 1 && g.strideX === 1 && g.padTop >= 0 && g.padLeft >= 0;
  const hasChannels = g.inChannels % 4 === 0 && g.inChannels >= 8 && g.outChannels % 8 === 0;
  const fill = (size: number): number => size / (4 * Math.ceil(size / 4));
  return isThreeByThree && isDense && hasChannels && fill(g.outHeight) * fill(g.outWidth) > 0.5;
}
