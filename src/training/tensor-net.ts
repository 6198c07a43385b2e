import * as tf from '@tensorflow/tfjs-core';
import type { Activation, ConvolutionStyle, Net, SumStyle } from '../experiment/models/net.ts';
import type { Random } from '../experiment/random.ts';
import type { Layer } from './layer.ts';
import { batchNormInference, batchNormTraining } from './operations/batch-norm.ts';
import { image, vector } from './operations/one.ts';
import { transposedConvolution } from './operations/transposed-convolution.ts';
import type { SeeUnits } from './unit-count.ts';

/** Reads a model as tensors: its forward pass, once, over layers in the order in which it names them. */
export class TensorNet implements Net<tf.Tensor> {
  #next = 0;

  /**
   * While training, batch normalisation goes by the batch's moments and learns from them.
   * @param seeUnits is shown what each layer with an activation gives, good for that moment alone
   */
  constructor(
    readonly layers: readonly Layer[],
    readonly isTraining: boolean,
    readonly random: Random,
    readonly seeUnits?: SeeUnits,
  ) {}

  dense(x: tf.Tensor, units: number, style?: SumStyle): tf.Tensor {
    const layer = this.#layer();
    const rows = tf.reshape(x, [x.shape[0], -1]);
    const activation = style?.activation ?? 'none';
    const inputs = { a: rows, b: layer.weights.tensor };
    const product = this.#layerOf('_FusedMatMul', inputs, matMulAttrs, layer, activation);
    return tf.reshape(product, [x.shape[0], 1, 1, units]);
  }

  convolution(
    x: tf.Tensor,
    _channels: number,
    { size, stride = 1, style, plus }: ConvolutionStyle<tf.Tensor>,
  ): tf.Tensor {
    const layer = this.#layer();
    const attrs = { ...convolutionAttrs, strides: [stride, stride], pad: (size - 1) / 2 };
    const inputs = { x, filter: layer.weights.tensor };
    return this.#layerOf('FusedConv2D', inputs, attrs, layer, style?.activation ?? 'none', plus);
  }

  transposedConvolution(x: tf.Tensor): tf.Tensor {
    const { weights, bias } = this.#layer();
    return transposedConvolution(image(x), image(weights.tensor), vector(biasOf(bias)));
  }

  maxPool(x: tf.Tensor): tf.Tensor {
    return tf.maxPool(image(x), 2, 2, 'same');
  }

  averagePool(x: tf.Tensor): tf.Tensor {
    return tf.mean(x, [1, 2], true);
  }

  concat(a: tf.Tensor, b: tf.Tensor): tf.Tensor {
    return tf.concat([a, b], -1);
  }

  dropout(x: tf.Tensor, rate: number): tf.Tensor {
    if (!this.isTraining || rate === 0) return x;
    const kept = Float32Array.from({ length: x.size }, () =>
      this.random.uniform() < rate ? 0 : 1 / (1 - rate),
    );
    return tf.mul(x, tf.tensor(kept, x.shape));
  }

  /** What a layer gives, which `seeUnits` is shown. */
  #layerOf(
    kernel: string,
    inputs: tf.NamedTensorMap,
    attrs: tf.NamedAttrMap,
    layer: Layer,
    activation: Activation | 'none',
    plus?: tf.Tensor,
  ): tf.Tensor {
    const y = this.#sums(kernel, inputs, attrs, layer, activation, plus);
    if (this.seeUnits && activation !== 'none') {
      this.seeUnits(layer.name, activation, y.dataSync<'float32'>(), y.shape.at(-1) ?? NaN);
    }
    return y;
  }

  /** One of tfjs's fused kernels, then batch normalisation, the shortcut and the activation. */
  #sums(
    kernel: string,
    inputs: tf.NamedTensorMap,
    attrs: tf.NamedAttrMap,
    { bias, norm }: Layer,
    activation: Activation | 'none',
    plus?: tf.Tensor,
  ): tf.Tensor {
    const relu = activation === 'relu';
    if (!norm) {
      const isFused = relu && !plus;
      const all = { ...inputs, bias: biasOf(bias) };
      const fused = { ...attrs, activation: isFused ? 'relu' : 'linear' };
      const z: tf.Tensor = tf.engine().runKernel(kernel, all, fused);
      return activate(plus ? tf.add(z, plus) : z, isFused ? 'none' : activation);
    }
    const x: tf.Tensor = tf.engine().runKernel(kernel, inputs, { ...attrs, activation: 'linear' });
    const y = this.#normalise(x, norm, relu, plus);
    return relu ? y : activate(y, activation);
  }

  #normalise(
    x: tf.Tensor,
    norm: NonNullable<Layer['norm']>,
    relu: boolean,
    plus: tf.Tensor | undefined,
  ): tf.Tensor {
    const inputs = { x, gamma: norm.gamma.tensor, beta: norm.beta.tensor, ...(plus && { plus }) };
    if (!this.isTraining) {
      return batchNormInference(inputs, norm.mean.tensor, norm.variance.tensor, relu);
    }
    const { y, mean, variance } = batchNormTraining(inputs, relu);
    const rows = x.size / mean.size;
    norm.mean.update(mean, averageDecay, 1);
    // The variance that estimates that of all images, from this batch: ÷ (N − 1) instead of ÷ N.
    norm.variance.update(variance, averageDecay, rows / Math.max(1, rows - 1));
    return y;
  }

  #layer(): Layer {
    const layer = this.layers[this.#next++];
    if (!layer) throw new RangeError('The model names more layers than it declares');
    return layer;
  }
}

/** What a step keeps of the moving averages of batch normalisation, as in PyTorch. */
const averageDecay = 0.9;

const matMulAttrs = { transposeA: false, transposeB: false };
const convolutionAttrs = { dataFormat: 'NHWC', dilations: [1, 1] };

function activate(x: tf.Tensor, activation: Activation | 'none'): tf.Tensor {
  switch (activation) {
    case 'none':
      return x;
    case 'relu':
      return tf.relu(x);
    case 'sigmoid':
      return tf.sigmoid(x);
    case 'tanh':
      return tf.tanh(x);
  }
}

function biasOf(bias: Layer['bias']): tf.Tensor {
  if (!bias) throw new Error('A layer without normalisation has a bias');
  return bias.tensor;
}
