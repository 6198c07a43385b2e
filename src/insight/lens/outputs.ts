/** What a run makes of its validation labels after one epoch; of every `stride`-th where they are many. */
export interface Outputs {
  readonly epoch: number;
  readonly classes: number;
  /** Row r is of the label r · stride of the validation set. */
  readonly stride: number;
  /** 1, or the pixels of an image where every pixel has a class. */
  readonly labelsPerImage: number;
  /** [rows, classes] row by row. */
  readonly logits: Float32Array;
  /** A class a row. */
  readonly labels: Uint8Array;
}

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
