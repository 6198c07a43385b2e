import type { Geometry } from '../../../src/training/backend/geometry.ts';
import { eachProduct, eachTap } from '../kernels/images.ts';
import { logitsInDouble, type Layers } from './dense-in-double.ts';

interface Images {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly values: Float64Array;
}

/** The logits of the CNN, in double precision and without tfjs. */
export function cnnLogitsInDouble(
  [first, second, last]: Layers,
  images: ArrayLike<number>,
  count: number,
  { height, width, channels }: Omit<Images, 'values'>,
): Float64Array {
  if (!first || !second || !last) throw new Error('The CNN has three layers');
  const x = { height, width, channels, values: Float64Array.from(images) };
  const half = pool(convolutionRelu(x, count, first), count);
  const quarter = pool(convolutionRelu(half, count, second), count);
  return logitsInDouble([last], quarter.values, count, (z) => z);
}

function convolutionRelu(x: Images, count: number, { weights, bias }: Layers[number]): Images {
  const { height, width } = x;
  const channels = bias.length;
  const values = Float64Array.from({ length: count * height * width * channels }, (_, i) => bias[i % channels] ?? NaN); // prettier-ignore
  const geometry = window(x, count, { size: 3, stride: 1, pad: 1 }, channels);
  eachProduct(geometry, (i, f, o) => {
    values[o] = (values[o] ?? NaN) + (x.values[i] ?? NaN) * (weights[f] ?? NaN);
  });
  return { height, width, channels, values: values.map((z) => Math.max(z, 0)) };
}

function pool(x: Images, count: number): Images {
  const { channels } = x;
  const geometry = window(x, count, { size: 2, stride: 2, pad: 0 }, channels);
  const { outHeight: height, outWidth: width } = geometry;
  const values = new Float64Array(count * height * width * channels).fill(-Infinity);
  eachTap(geometry, (image, _, output) => {
    for (let c = 0; c < channels; c++) {
      const [from, to] = [image * channels + c, output * channels + c];
      values[to] = Math.max(values[to] ?? NaN, x.values[from] ?? NaN);
    }
  });
  return { height, width, channels, values };
}

function window(
  x: Images,
  count: number,
  { size, stride, pad }: { readonly size: number; readonly stride: number; readonly pad: number },
  outChannels: number,
): Geometry {
  return {
    batch: count,
    inHeight: x.height,
    inWidth: x.width,
    inChannels: x.channels,
    outHeight: Math.ceil(x.height / stride),
    outWidth: Math.ceil(x.width / stride),
    outChannels,
    ...{ filterHeight: size, filterWidth: size, strideY: stride, strideX: stride },
    ...{ padTop: pad, padLeft: pad },
  };
}
