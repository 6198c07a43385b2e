/**
 * What a model is written in. An interpreter decides what T is, so that one definition gives the
 * sizes of its weights (`declareLayers`), the training on tensors, and in the tests a reference in
 * double precision. A T stands for images [batch, height, width, channels]; a dense layer takes the
 * values of an image as one row and gives images of one pixel.
 */
export interface Net<T> {
  /** x · weights + bias and what `style` says; without a style the plain sum, as for logits. */
  dense(x: T, units: number, style?: SumStyle): T;
  /** x ∗ weights + bias, with zeros around x, and what `how` says. */
  convolution(x: T, channels: number, how: ConvolutionStyle<T>): T;
  /** Twice as high and wide: each pixel is spread over 2x2, the transpose of a convolution at stride 2. */
  transposedConvolution(x: T, channels: number, style?: SumStyle): T;
  /** Half as high and wide, a half rounded up: the largest of each 2x2. */
  maxPool(x: T): T;
  /** One pixel: the mean of all. */
  averagePool(x: T): T;
  /** The channels of `a` and then those of `b`. */
  concat(a: T, b: T): T;
  /**
   * While training, each value is 0 with probability `rate` and 1/(1 − rate) times itself otherwise, anew
   * each time (Srivastava et al. 2014); when the model is used, x itself.
   */
  dropout(x: T, rate: number): T;
}

/** How a hidden layer is made. */
export interface LayerStyle {
  readonly activation: Activation;
  readonly initializer: Initializer;
  /** What the initial weights are multiplied with. */
  readonly initialScale: number;
  /** Whether its sums are normalised over the batch (Ioffe & Szegedy 2015); it then has no bias. */
  readonly batchNorm: boolean;
  /** Of dropout, where the model has its place for it; 0 for none. */
  readonly dropout: number;
}

/** `none` activates nothing and keeps the rest. */
export type SumStyle = Omit<LayerStyle, 'activation'> & {
  readonly activation: Activation | 'none';
};

export interface ConvolutionStyle<T> {
  /** The filters are size by size; size is odd, and x keeps its size at stride 1. */
  readonly size: 1 | 3;
  /** 1 if left out. */
  readonly stride?: 1 | 2;
  /** Left out for the plain sum. */
  readonly style?: SumStyle;
  /** Added before the activation: the shortcut of a residual block. */
  readonly plus?: T;
}

/** What follows the sums of a hidden layer. */
export type Activation = 'relu' | 'sigmoid' | 'tanh';

/**
 * `glorot-uniform`: U(±√(6/(fanIn+fanOut))), Glorot & Bengio 2010, for sigmoid, tanh and softmax layers.
 * `he-normal`: N(0, 2/fanIn), He et al. 2015, for layers followed by ReLU. `zeros`: all alike, so that the
 * units of a layer never come to differ. Biases start at 0.
 */
export type Initializer = 'glorot-uniform' | 'he-normal' | 'zeros';

export const activationNames = ['relu', 'sigmoid', 'tanh'] as const satisfies readonly Activation[];
export const initializerNames = [
  'he-normal',
  'glorot-uniform',
  'zeros',
] as const satisfies readonly Initializer[];
