import type { Message } from '../../l10n.ts';
import type { LayerStyle, Net } from './net.ts';

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
  /** How its hidden layers are made unless a spec says otherwise; null if it has none. */
  readonly style: LayerStyle | null;
  /** The logits, `classes` channels, of images with values in 0..1. */
  forward<T>(net: Net<T>, images: T, classes: number, style: LayerStyle): T;
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

/** ReLU with He's initialisation, which was made for it, and no normalisation. */
export const plainRelu: LayerStyle = {
  activation: 'relu',
  initializer: 'he-normal',
  batchNorm: false,
};
