import type { Message } from '../../l10n.ts';
import type { LayerStyle, Net, SumStyle } from './net.ts';

/**
 * One label an image, or one for each of its pixels; or one an image, by which others of classes that were
 * never trained on are to be recognised.
 */
export type Task = 'classification' | 'segmentation' | 'recognition';

/** A model does not recognise of itself: what it has learnt as a classifier is read out. */
export type ModelTask = Exclude<Task, 'recognition'>;

/** The kind of model that a task trains. */
export function modelTaskOf(task: Task): ModelTask {
  return task === 'recognition' ? 'classification' : task;
}

/** A model of image work: one definition in terms of `Net`, one file each. */
export interface Model {
  readonly label: Message;
  readonly use: Message;
  readonly task: ModelTask;
  /** What the sides of the images must be multiples of; left out, they may be any. */
  readonly sideMultiple?: number;
  /** Passes over a data set of the catalogue that show what it learns, in two minutes on two cores. */
  readonly epochs: number;
  /** Its hidden layers unless a spec says otherwise; null where the model fixes them. */
  readonly size: ModelSize | null;
  /** How its hidden layers are made unless a spec says otherwise; null if it has none. */
  readonly style: LayerStyle | null;
  /** What its output layer sees of images with values in 0..1. */
  features<T>(net: Net<T>, images: T, build: ModelBuild): T;
}

/** How a model is built. */
export interface ModelBuild {
  readonly size: ModelSize;
  readonly style: LayerStyle;
}

export interface ModelSize {
  /** Hidden layers. */
  readonly layers: number;
  /** Of each. */
  readonly units: number;
}

/** The logits of a model: `classes` channels of one pixel, or of every pixel for segmentation. */
export function logitsOf<T>(
  model: Model,
  net: Net<T>,
  images: T,
  classes: number,
  build: ModelBuild,
): T {
  const features = model.features(net, images, build);
  const style = linear(build.style);
  return model.task === 'segmentation'
    ? net.convolution(features, classes, { size: 1, style })
    : net.dense(features, classes, style);
}

/** For sums that nothing follows: Glorot's initialisation, unless the weights are to start at 0. */
export function linear(style: LayerStyle): SumStyle {
  const initializer = style.initializer === 'zeros' ? 'zeros' : 'glorot-uniform';
  return { ...style, activation: 'none', initializer, batchNorm: false };
}

/** The images that a model takes, and the classes that it tells apart. */
export interface ModelInput extends ImageSize {
  readonly classes: number;
}

/** Of one image. */
export interface ImageSize {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** ReLU with He's initialisation, which was made for it, and nothing more. */
export const plainRelu: LayerStyle = {
  activation: 'relu',
  initializer: 'he-normal',
  initialScale: 1,
  batchNorm: false,
  dropout: 0,
};
