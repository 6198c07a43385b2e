import type * as tf from '@tensorflow/tfjs-core';
import type { Message } from '../../l10n.ts';
import type { Parameter, Values } from './parameter.ts';
import type { Prediction } from './prediction.ts';
import type { Region } from './region.ts';
import type { RegionOp } from './region-op.ts';

/**
 * How the K terms of one example's loss become one number. `half-sum` is the article's ½‖y − ŷ‖². The
 * choice scales the gradient and so acts like another learning rate: `mean` divides it by K.
 */
export type Reduction = 'mean' | 'sum' | 'half-sum';

/** What turns logits into predictions under a loss. */
export type Activation = 'softmax' | 'sigmoid' | 'linear';

/** A loss on logits: everything that Loss Lab trains with, measures and explains. One file each. */
export type Loss = LabelLoss | ImageLoss | ModuleLoss;

/** A loss whose value and gradient have a closed form. */
export type FormulaLoss = LabelLoss | ImageLoss;

interface Description<P extends string> {
  readonly label: Message;
  /** For the status bar and axes: at most a few letters. */
  readonly abbreviation: string;
  readonly activation: Activation;
  /** The reductions that the field uses for it; the first is the default. */
  readonly reductions: readonly [Reduction, ...Reduction[]];
  /** The sum over the classes, as TeX: z logits, p prediction, y one-hot label, K classes. */
  readonly formula: string;
  /** The gradient of that sum at the logits, as TeX. */
  readonly gradientFormula: string;
  /** The values that the sum can take, as TeX. */
  readonly range: string;
  readonly unit: Message;
  readonly use: Message;
  /** Where the definition is published. */
  readonly source: string;
  readonly parameters: Readonly<Record<P, Parameter>>;
}

/** A loss of each label by itself: of an image, or of a pixel where every pixel has a class. */
export interface LabelLoss<P extends string = string> extends Description<P> {
  readonly scope: 'label';
  /** The sum over the K classes of one label's loss, in double precision. */
  value(prediction: Prediction, parameters: Values<P>): number;
  /** The gradient of `value` at the logits, K numbers, in closed form. */
  gradient(prediction: Prediction, parameters: Values<P>): Float64Array;
  /** The same gradient for a batch on the device: logits, one-hot labels and result are [batch, K]. */
  gradientOp(
    ops: Ops,
    logits: tf.Tensor2D,
    labels: tf.Tensor2D,
    parameters: Values<P>,
  ): tf.Tensor2D;
}

/** A loss of all pixels of an image together, such as what two regions have in common. */
export interface ImageLoss<P extends string = string> extends Description<P> {
  readonly scope: 'image';
  /** The sum over the K classes of one image's loss, in double precision. */
  value(region: Region, parameters: Values<P>): number;
  /** The gradient of `value` at the logits, [pixels, K], in closed form. */
  gradient(region: Region, parameters: Values<P>): Float64Array;
  /** The same gradient for the images of a batch on the device, [images, pixels, K]. */
  gradientOp(region: RegionOp, parameters: Values<P>): tf.Tensor;
}

/** A loss that a module of a person's own computes, of a whole batch: here it is only described. */
export interface ModuleLoss extends Description<string> {
  readonly scope: 'module';
}

/** The tfjs operations, handed in so that this layer needs no tfjs at run time. */
export type Ops = typeof tf;

/** What a reduction multiplies the sum over K classes with. */
export function reductionFactor(reduction: Reduction, classes: number): number {
  switch (reduction) {
    case 'mean':
      return 1 / classes;
    case 'sum':
      return 1;
    case 'half-sum':
      return 0.5;
  }
}

/** The same factor as TeX, to stand before a formula. */
export function reductionTex(reduction: Reduction): string {
  switch (reduction) {
    case 'mean':
      return String.raw`\tfrac{1}{K}`;
    case 'sum':
      return '';
    case 'half-sum':
      return String.raw`\tfrac{1}{2}`;
  }
}
