import type { LabelledImages } from '../dataset.ts';
import { checkClassCount } from './classes.ts';
import type { Place } from './data-error.ts';

interface Parts {
  readonly train: LabelledImages;
  readonly validation: LabelledImages;
}

interface MaskClasses extends Parts {
  readonly classes: number;
  readonly classNames: readonly string[];
}

/** A value of masks, which is a class, and how many pixels have it. */
interface MaskValue {
  readonly value: number;
  readonly count: number;
}

/**
 * Makes the values of the masks classes, named by the value.
 * @throws DataError if all have the same value
 */
export function classesOfMasks({ train, validation }: Parts, place: Place): MaskClasses {
  const values = maskValues([train, validation]);
  checkClassCount(values.length, place);
  renumber(train, values);
  renumber(validation, values);
  const classNames = values.map(({ value }) => String(value));
  return { classes: values.length, classNames, train, validation };
}

/** In their order; they may have gaps. */
export function maskValues(parts: readonly LabelledImages[]): MaskValue[] {
  const counts = new Float64Array(256);
  for (const { labels } of parts)
    for (const value of labels) counts[value] = (counts[value] ?? 0) + 1;
  return Array.from(counts, (count, value) => ({ value, count })).filter(({ count }) => count > 0);
}

/** Puts the class of each label in its place: its position among `values`. */
export function renumber({ labels }: LabelledImages, values: readonly MaskValue[]): void {
  const classOf = new Uint8Array(256);
  values.forEach(({ value }, index) => (classOf[value] = index));
  for (let i = 0; i < labels.length; i++) labels[i] = classOf[labels[i] ?? 0] ?? 0;
}
