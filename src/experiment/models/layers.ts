import {
  linear,
  logitsOf,
  plainRelu,
  type ImageSize,
  type Model,
  type ModelBuild,
  type ModelInput,
} from './model.ts';
import type { ConvolutionStyle, Initializer, Net, SumStyle } from './net.ts';

/** What a layer learns: weights, and a bias or the two numbers of batch normalisation a unit. */
export interface LayerSpec {
  readonly name: string;
  /** Of the weights: [in, out] of a dense layer, [height, width, in, out] of a convolution. */
  readonly shape: readonly [number, number] | readonly [number, number, number, number];
  /** Units or channels that come out. */
  readonly units: number;
  /** Inputs that one unit sums up, and units that one input goes to. */
  readonly fanIn: number;
  readonly fanOut: number;
  readonly initializer: Initializer;
  /** What the initial weights are multiplied with. */
  readonly initialScale: number;
  /** With batch normalisation there is a scale and a shift a unit in place of the bias. */
  readonly batchNorm: boolean;
}

/** The layers of a model in the order in which its definition names them. */
export function declareLayers(
  model: Model,
  input: ModelInput,
  build: ModelBuild,
): readonly LayerSpec[] {
  const sizes = new Sizes();
  logitsOf(model, sizes, input, input.classes, build);
  return sizes.layers;
}

const plain = linear(plainRelu);

/** Reads a model as sizes alone, and notes each layer that it comes by. */
class Sizes implements Net<ImageSize> {
  readonly layers: LayerSpec[] = [];

  dense(x: ImageSize, units: number, style = plain): ImageSize {
    const fanIn = x.height * x.width * x.channels;
    this.#add('dense', [fanIn, units], { fanIn, fanOut: units }, style);
    return { height: 1, width: 1, channels: units };
  }

  convolution(
    x: ImageSize,
    channels: number,
    { size, stride = 1, style = plain }: ConvolutionStyle<ImageSize>,
  ): ImageSize {
    const fans = { fanIn: size * size * x.channels, fanOut: size * size * channels };
    this.#add('conv', [size, size, x.channels, channels], fans, style);
    return { height: Math.ceil(x.height / stride), width: Math.ceil(x.width / stride), channels };
  }

  /** Filters are [height, width, out, in], as tfjs takes them: those of the convolution transposed. */
  transposedConvolution(x: ImageSize, channels: number, style = plain): ImageSize {
    const fans = { fanIn: x.channels, fanOut: 4 * channels };
    this.#add('up', [2, 2, channels, x.channels], fans, style, channels);
    return { height: 2 * x.height, width: 2 * x.width, channels };
  }

  maxPool({ height, width, channels }: ImageSize): ImageSize {
    return { height: Math.ceil(height / 2), width: Math.ceil(width / 2), channels };
  }

  averagePool({ channels }: ImageSize): ImageSize {
    return { height: 1, width: 1, channels };
  }

  concat(a: ImageSize, b: ImageSize): ImageSize {
    return { ...a, channels: a.channels + b.channels };
  }

  dropout(x: ImageSize): ImageSize {
    return x;
  }

  #add(
    kind: string,
    shape: LayerSpec['shape'],
    fans: Pick<LayerSpec, 'fanIn' | 'fanOut'>,
    { initializer, initialScale, batchNorm }: SumStyle,
    units = shape[shape.length - 1] ?? 0,
  ): void {
    const before = this.layers.filter(({ name }) => name.startsWith(`${kind}-`)).length;
    const name = `${kind}-${before + 1}`;
    this.layers.push({ name, shape, units, ...fans, initializer, initialScale, batchNorm });
  }
}

/** How many weights a layer has, its biases not counted. */
export function weightCount({ shape }: LayerSpec): number {
  return shape.reduce<number>((product, length) => product * length, 1);
}
