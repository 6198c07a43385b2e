/** Size of the images that are handed out. */
interface Size {
  /** The file or folder, for messages. */
  readonly place: string;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** Images of one class each, which is known before any of them is decoded. */
export interface ClassedExamples extends Size {
  readonly task: 'classification';
  readonly classNames: readonly string[];
  /** The class of each image. */
  readonly labels: Uint8Array;
  /** Values in 0..1, [height, width, channels]. */
  decode(index: number): Float32Array | Promise<Float32Array>;
}

/** Images with a value for every pixel, which is its class. */
export interface MaskedExamples extends Size {
  readonly task: 'segmentation';
  decode(index: number): Promise<MaskedImage>;
}

export interface MaskedImage {
  /** Values in 0..1, [height, width, channels]. */
  readonly pixels: Float32Array;
  /** [height, width] */
  readonly mask: Uint8Array;
}

export type Examples = ClassedExamples | MaskedExamples;
