import type * as z from 'zod/mini';
import type { Message } from '../../l10n.ts';
import type { Random } from '../random.ts';

/** One image that may be written over, with the classes of its pixels if they have any. */
export interface Picture {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** [height, width, channels], values in 0..1. */
  readonly pixels: Float32Array;
  /** [height, width]; null where the image has one class, which no augmentation changes. */
  readonly labels: Uint8Array | null;
}

/** The class of what comes in from outside an image: the background of the scenes that we compose. */
export const outsideLabel = 0;

/** How a training image is changed at random each time that it is shown: one file each. */
export interface AugmentationKind<Setting> {
  readonly label: Message;
  /** A sentence that helps to choose it. */
  readonly use: Message;
  readonly source: string;
  /** What the setting may be, with what is said of it to the person who writes it. */
  readonly schema: z.ZodMiniType<Setting>;
  /** The setting at which it does nothing. */
  readonly off: Setting;
  /**
   * Changes `picture` in place.
   * @param scratch of the same size; what it holds before and after is of no account
   */
  readonly transform: (
    picture: Picture,
    scratch: Picture,
    setting: Setting,
    random: Random,
  ) => void;
}

/** Puts a copy of `picture` into `scratch`. */
export function copyInto(scratch: Picture, picture: Picture): void {
  scratch.pixels.set(picture.pixels);
  if (picture.labels) scratch.labels?.set(picture.labels);
}
