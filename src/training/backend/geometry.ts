import type * as tf from '@tensorflow/tfjs-core';
import { backend_util } from '@tensorflow/tfjs-core';

/** As kernels/geometry.ts has it. */
export interface Geometry {
  readonly batch: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly inChannels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outChannels: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly strideY: number;
  readonly strideX: number;
  readonly padTop: number;
  readonly padLeft: number;
}

/** The numbers in the order in which the kernels read them, as int32. */
export function geometryFields(g: Geometry): readonly number[] {
  return [
    ...[g.batch, g.inHeight, g.inWidth, g.inChannels],
    ...[g.outHeight, g.outWidth, g.outChannels],
    ...[g.filterHeight, g.filterWidth, g.strideY, g.strideX, g.padTop, g.padLeft],
  ];
}

/** Of a convolution as tfjs describes it. @throws Error where it is dilated or not NHWC */
export function convolutionGeometry(
  images: readonly number[],
  filter: readonly number[],
  attrs: tf.NamedAttrMap | undefined,
): Geometry {
  if ((attrs?.['dataFormat'] ?? 'NHWC') !== 'NHWC') throw new Error('Images are NHWC');
  const { strides, pad } = windowAttrs(attrs);
  const info = backend_util.computeConv2DInfo(four(images), four(filter), strides, 1, pad);
  return geometry(info);
}

/** Of a max pooling as tfjs describes it. */
export function poolGeometry(
  images: readonly number[],
  attrs: tf.NamedAttrMap | undefined,
): Geometry {
  const { strides, pad } = windowAttrs(attrs);
  const size = pair(attrs?.['filterSize'], 'filterSize');
  return geometry(backend_util.computePool2DInfo(four(images), size, strides, 1, pad));
}

function geometry(info: backend_util.Conv2DInfo): Geometry {
  const { batchSize, strideHeight, strideWidth, padInfo, ...sizes } = info;
  return {
    ...sizes,
    batch: batchSize,
    strideY: strideHeight,
    strideX: strideWidth,
    padTop: padInfo.top,
    padLeft: padInfo.left,
  };
}

interface WindowAttrs {
  readonly strides: [number, number];
  readonly pad: 'same' | 'valid' | number;
}

function windowAttrs(attrs: tf.NamedAttrMap | undefined): WindowAttrs {
  const rounding = attrs?.['dimRoundingMode'] ?? 'floor';
  if (rounding !== 'floor') throw new Error('A window that does not fit is left out');
  const dilations = pair(attrs?.['dilations'] ?? 1, 'dilations');
  if (dilations.some((dilation) => dilation !== 1)) throw new Error('Filters are not dilated');
  return { strides: pair(attrs?.['strides'] ?? 1, 'strides'), pad: padding(attrs?.['pad']) };
}

function padding(pad: unknown): WindowAttrs['pad'] {
  if (pad === 'same' || pad === 'valid' || typeof pad === 'number') return pad;
  throw new Error('Padding is same, valid or a number');
}

function pair(value: unknown, name: string): [number, number] {
  const both: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  const [first, second] = both;
  if (typeof first === 'number' && typeof second === 'number') return [first, second];
  throw new Error(`${name} is a number or two`);
}

function four(shape: readonly number[]): [number, number, number, number] {
  const [a, b, c, d] = shape;
  if (shape.length === 4 && a !== undefined && b !== undefined && c !== undefined && d !== undefined) return [a, b, c, d]; // prettier-ignore
  throw new Error(`Four dimensions, not ${shape.length}`);
}
