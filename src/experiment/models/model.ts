import type { Message } from '../../l10n.ts';
import type { LayerStyle, Net } from './net.ts';

/** One label an image, or one for each of its pixels. */
export type Task = 'classification' | 'segmentation';

/** A model of image work: one definition in terms of `Net`, one file each. */
export interface Model {
  readonly label: Message;
  readonly use: Message;
  readonly task: Task;
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
