import type * as tf from '@tensorflow/tfjs-core';
import { lowerBound } from './activations.ts';
import { isWinograd, turnedGeometry } from './convolution-method.ts';
import { filterGradient } from './filter-gradient.ts';
import { convolutionGeometry, type Geometry } from './geometry.ts';
import { cut, input, type WasmHost } from './wasm-host.ts';

/**
 * tfjs's convolution and what its gradients call. tfjs-wasm's own forward pass remembers packed
 * weights by the tensor's id, and it has no gradient at the filter.
 */
export function registerConvolution(host: WasmHost): void {
  host.register('Conv2D', ({ inputs, attrs }) => forward(host, inputs, attrs, -Infinity));
  host.register('FusedConv2D', ({ inputs, attrs }) =>
    forward(host, inputs, attrs, lowerBound(attrs?.['activation'])),
  );
  for (const name of ['Conv2DBackpropInput', 'TransposedConv2D']) {
    host.register(name, ({ inputs, attrs }) => inputGradient(host, inputs, attrs));
  }
  host.register('Conv2DBackpropFilter', ({ inputs, attrs }) => {
    const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
    const shape = shapeOf(attrs, 'filterShape');
    const geometry = convolutionGeometry(x.shape, shape, attrs);
    const dw = host.output(shape);
    filterGradient(host, geometry, host.pointer(x), host.pointer(dy), host.pointer(dw));
    return dw;
  });
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
  if (isWinograd(geometry)) winograd(host, geometry, { from, weights, bias, to, lower, turned: 0 });
  else direct(host, geometry, { from, weights, bias, to, lower });
  return y;
}

/** The addresses of a convolution's operands. */
interface Operands {
  readonly from: number;
  readonly weights: number;
  /** 0 for none. */
  readonly bias: number;
  readonly to: number;
  readonly lower: number;
}

function direct(host: WasmHost, geometry: Geometry, operands: Operands): void {
  const { kernels } = host;
  const { from, weights, bias, to, lower } = operands;
  const g = host.write(geometry);
  const bytes = kernels.convolveBytes(g);
  const [panels = 0, scratch = 0] = host.scratch.reserve(
    kernels.packFiltersBytes(g),
    host.forAll(bytes),
  );
  kernels.packFilters(g, weights, bias, panels);
  host.each('convolve', [g, from, panels, to, lower], images(geometry), scratch, bytes);
}

/** `turned` is 1 where the weights are those of the convolution whose gradient at the inputs this is. */
function winograd(
  host: WasmHost,
  geometry: Geometry,
  operands: Operands & { readonly turned: 0 | 1 },
): void {
  const { kernels } = host;
  const { from, weights, bias, to, lower, turned } = operands;
  const { batch, inChannels, outChannels } = geometry;
  const g = host.write(geometry);
  const bytes = kernels.winogradConvolveBytes(g);
  const [u = 0, scratch = 0] = host.scratch.reserve(
    kernels.winogradFiltersBytes(inChannels, outChannels),
    host.forAll(bytes),
  );
  const filters = [inChannels, outChannels, weights, turned, u];
  host.each('winogradFilters', filters, cut(inChannels, 2 ** 10 / outChannels), scratch, bytes);
  const parts = { units: batch, perPart: kernels.winogradImagesTogether(g) };
  host.each('winogradConvolve', [g, from, u, bias, to, lower], parts, scratch, bytes);
}

function inputGradient(
  host: WasmHost,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap | undefined,
): tf.TensorInfo {
  const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
  const shape = shapeOf(attrs, 'inputShape');
  const geometry = convolutionGeometry(shape, filter.shape, attrs);
  const dx = host.output(shape);
  const operands = {
    from: host.pointer(dy),
    weights: host.pointer(filter),
    bias: inputs['bias'] ? host.pointer(inputs['bias']) : 0,
    to: host.pointer(dx),
    lower: -Infinity,
  };
  const turned = turnedGeometry(geometry);
  if (isWinograd(turned)) winograd(host, turned, { ...operands, turned: 1 });
  else directInputGradient(host, geometry, operands);
  return dx;
}

function directInputGradient(host: WasmHost, geometry: Geometry, operands: Operands): void {
  const { kernels } = host;
  const { from, weights, bias, to } = operands;
  const g = host.write(geometry);
  const bytes = kernels.convolutionInputGradientBytes(g);
  const [panels = 0, scratch = 0] = host.scratch.reserve(
    kernels.packTurnedFiltersBytes(g),
    host.forAll(bytes),
  );
  kernels.packTurnedFilters(g, weights, bias, panels);
  const parts = images(geometry);
  host.each('convolutionInputGradient', [g, from, panels, to], parts, scratch, bytes);
}

/** Images a part: at least so many as make some microseconds of work. */
export function images(g: Geometry): ReturnType<typeof cut> {
  const taps = g.filterHeight * g.filterWidth * g.inChannels;
  return cut(g.batch, 2 ** 17 / (taps * g.outHeight * g.outWidth * g.outChannels));
}

function shapeOf(attrs: tf.NamedAttrMap | undefined, name: string): number[] {
  const shape = attrs?.[name];
  if (!Array.isArray(shape)) throw new Error(`The kernel takes ${name}`);
  return shape.map(Number);
}
