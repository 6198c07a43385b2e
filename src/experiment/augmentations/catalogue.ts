import * as z from 'zod/mini';
import type { AugmentationKind } from './augmentation-kind.ts';
import { erase } from './erase.ts';
import { flip } from './flip.ts';
import { rotate } from './rotate.ts';
import { shift } from './shift.ts';

/** The setting of each augmentation; all of them together may change one image. */
export interface Augmentation {
  readonly shift: number;
  readonly flip: boolean;
  readonly rotate: number;
  readonly erase: number;
}

export type AugmentationName = keyof Augmentation;

/** Every augmentation by the name that specs use, in the order in which they are applied. */
export const augmentations: {
  readonly [Name in AugmentationName]: AugmentationKind<Augmentation[Name]>;
} = { shift, flip, rotate, erase };

export const augmentationNames: readonly AugmentationName[] = ['shift', 'flip', 'rotate', 'erase'];

/** For a strict object of those that are not off. */
export const augmentationShape = {
  shift: z.optional(shift.schema),
  flip: z.optional(flip.schema),
  rotate: z.optional(rotate.schema),
  erase: z.optional(erase.schema),
} as const;

export const noAugmentation: Augmentation = {
  shift: shift.off,
  flip: flip.off,
  rotate: rotate.off,
  erase: erase.off,
};

/** Whether anything is done to the images at all. */
export function isAugmented(augmentation: Augmentation): boolean {
  return augmentationNames.some((name) => augmentation[name] !== noAugmentation[name]);
}
