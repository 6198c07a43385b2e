import type { LayerSpec } from '../../../src/experiment/models/layers.ts';
import type {
  Activation,
  ConvolutionStyle,
  SumStyle,
  Net,
} from '../../../src/experiment/models/net.ts';

import { seeded, type Random } from '../../../src/experiment/random.ts';

/** Images in double precision, [count, height, width, channels]. */
export interface DoubleImages {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly values: Float64Array;
}

/** A layer's tensors in the order in which they are trained: weights, then bias, or γ and β. */
export interface DoubleLayer {
  readonly spec: LayerSpec;
  readonly tensors: readonly Float64Array[];
}

const epsilon = 1e-5;

/** A model read as numbers in double precision, by plain loops and without tfjs: the reference. */
export class DoubleNet implements Net<DoubleImages> {
  #next = 0;

  /**
   * @param random what dropout draws from, as in training
   * @param seeUnits is shown what each layer with an activation gives
   */
  constructor(
    readonly layers: readonly DoubleLayer[],
    readonly random: Random = seeded(0),
    readonly seeUnits?: (layer: string, activation: Activation, y: DoubleImages) => void,
  ) {}

  dense(x: DoubleImages, units: number, style?: SumStyle): DoubleImages {
    const inputs = x.height * x.width * x.channels;
    const flat = { ...x, height: 1, width: 1, channels: inputs };
    return this.#layer(flat, units, 1, 1, style?.activation ?? 'none');
  }

  convolution(
    x: DoubleImages,
    channels: number,
    { size, stride = 1, style, plus }: ConvolutionStyle<DoubleImages>,
  ): DoubleImages {
    return this.#layer(x, channels, size, stride, style?.activation ?? 'none', plus);
  }

  transposedConvolution(x: DoubleImages, channels: number): DoubleImages {
    const [weights, bias] = this.#tensors();
    const { height, width } = { height: 2 * x.height, width: 2 * x.width };
    const y = images({ ...x, height, width, channels });
    each(y, (n, oy, ox, k, at) => {
      let sum = bias?.[k] ?? NaN;
      const tap = ((oy % 2) * 2 + (ox % 2)) * channels + k;
      const from = ((n * x.height + (oy >> 1)) * x.width + (ox >> 1)) * x.channels;
      for (let c = 0; c < x.channels; c++) {
        sum += (x.values[from + c] ?? NaN) * (weights?.[tap * x.channels + c] ?? NaN);
      }
      y.values[at] = sum;
    });
    return y;
  }

  maxPool(x: DoubleImages): DoubleImages {
    const y = images({ ...x, height: Math.ceil(x.height / 2), width: Math.ceil(x.width / 2) });
    y.values.fill(-Infinity);
    each(x, (n, iy, ix, c, at) => {
      const to = ((n * y.height + (iy >> 1)) * y.width + (ix >> 1)) * y.channels + c;
      y.values[to] = Math.max(y.values[to] ?? NaN, x.values[at] ?? NaN);
    });
    return y;
  }

  averagePool(x: DoubleImages): DoubleImages {
    const y = images({ ...x, height: 1, width: 1 });
    each(x, (n, _y, _x, c, at) => {
      const to = n * x.channels + c;
      y.values[to] = (y.values[to] ?? NaN) + (x.values[at] ?? NaN) / (x.height * x.width);
    });
    return y;
  }

  concat(a: DoubleImages, b: DoubleImages): DoubleImages {
    const y = images({ ...a, channels: a.channels + b.channels });
    each(y, (_n, _y, _x, c, at) => {
      const pixel = Math.floor(at / y.channels);
      y.values[at] =
        (c < a.channels
          ? a.values[pixel * a.channels + c]
          : b.values[pixel * b.channels + c - a.channels]) ?? NaN;
    });
    return y;
  }

  dropout(x: DoubleImages, rate: number): DoubleImages {
    if (rate === 0) return x;
    const values = x.values.map((v) => (this.random.uniform() < rate ? 0 : v / (1 - rate)));
    return { ...x, values };
  }

  /** A convolution, of which a dense layer is that by one tap on one pixel. */
  #layer(
    x: DoubleImages,
    channels: number,
    size: number,
    stride: number,
    activation: Activation | 'none',
    plus?: DoubleImages,
  ): DoubleImages {
    const { name = '', batchNorm = false } = this.layers[this.#next]?.spec ?? {};
    const [weights = new Float64Array(), first, second] = this.#tensors();
    const z = convolve(x, weights, channels, size, stride);
    const normal = batchNorm ? normalise(z, first, second) : shifted(z, first);
    if (plus) normal.values.forEach((v, i) => (normal.values[i] = v + (plus.values[i] ?? NaN)));
    const y = { ...normal, values: normal.values.map(functions[activation]) };
    if (activation !== 'none') this.seeUnits?.(name, activation, y);
    return y;
  }

  #tensors(): readonly Float64Array[] {
    const layer = this.layers[this.#next++];
    if (!layer) throw new RangeError('No such layer');
    return layer.tensors;
  }
}

const functions: Record<Activation | 'none', (x: number) => number> = {
  none: (x) => x,
  relu: (x) => Math.max(x, 0),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
};

function images(size: Omit<DoubleImages, 'values'>): DoubleImages {
  const { count, height, width, channels } = size;
  return { count, height, width, channels, values: new Float64Array(count * height * width * channels) }; // prettier-ignore
}

function each(
  x: DoubleImages,
  visit: (n: number, y: number, x: number, channel: number, at: number) => void,
): void {
  let at = 0;
  for (let n = 0; n < x.count; n++) {
    for (let row = 0; row < x.height; row++) {
      for (let column = 0; column < x.width; column++) {
        for (let c = 0; c < x.channels; c++) visit(n, row, column, c, at++);
      }
    }
  }
}

function convolve(
  x: DoubleImages,
  weights: Float64Array,
  channels: number,
  size: number,
  stride: number,
): DoubleImages {
  const pad = (size - 1) / 2;
  const y = images({ ...x, height: Math.ceil(x.height / stride), width: Math.ceil(x.width / stride), channels }); // prettier-ignore
  each(y, (n, oy, ox, k, at) => {
    let sum = 0;
    for (let ky = 0; ky < size; ky++) {
      const iy = oy * stride - pad + ky;
      if (iy < 0 || iy >= x.height) continue;
      for (let kx = 0; kx < size; kx++) {
        const ix = ox * stride - pad + kx;
        if (ix < 0 || ix >= x.width) continue;
        const from = ((n * x.height + iy) * x.width + ix) * x.channels;
        const tap = (ky * size + kx) * x.channels * channels + k;
        for (let c = 0; c < x.channels; c++) {
          sum += (x.values[from + c] ?? NaN) * (weights[tap + c * channels] ?? NaN);
        }
      }
    }
    y.values[at] = sum;
  });
  return y;
}

function shifted(x: DoubleImages, bias: Float64Array | undefined): DoubleImages {
  return { ...x, values: x.values.map((v, i) => v + (bias?.[i % x.channels] ?? NaN)) };
}

function normalise(
  x: DoubleImages,
  gamma: Float64Array | undefined,
  beta: Float64Array | undefined,
): DoubleImages {
  const { channels, values } = x;
  const rows = values.length / channels;
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  values.forEach((v, i) => (mean[i % channels] = (mean[i % channels] ?? NaN) + v / rows));
  values.forEach((v, i) => {
    const c = i % channels;
    variance[c] = (variance[c] ?? NaN) + (v - (mean[c] ?? NaN)) ** 2 / rows;
  });
  const y = values.map((v, i) => {
    const c = i % channels;
    const scale = (gamma?.[c] ?? NaN) / Math.sqrt((variance[c] ?? NaN) + epsilon);
    return (v - (mean[c] ?? NaN)) * scale + (beta?.[c] ?? NaN);
  });
  return { ...x, values: y };
}
