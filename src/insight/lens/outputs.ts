import type { Outputs } from '../../run/outputs/outputs.ts';

/* Which validation label a row of outputs is of. */

export function rowCount({ labels }: Outputs): number {
  return labels.length;
}

/** The place in the validation set of the image that a row is of. */
export function imageOf({ stride, labelsPerImage }: Outputs, row: number): number {
  return Math.floor((row * stride) / labelsPerImage);
}

/** Which pixel of its image a row is, row by row of the image; 0 where an image has one class. */
export function pixelOf({ stride, labelsPerImage }: Outputs, row: number): number {
  return (row * stride) % labelsPerImage;
}

/** The row of a label of the validation set, or the nearest that there is. */
export function rowOf(outputs: Outputs, label: number): number {
  const row = Math.round(label / outputs.stride);
  return Math.max(0, Math.min(rowCount(outputs) - 1, row));
}
