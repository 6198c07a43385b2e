import type { LabelledImages } from '../experiment/datasets/dataset.ts';
import { strideOf, type SampledOutputs } from '../run/outputs/outputs.ts';

/** Takes every `stride`-th row of the logits of the validation set, as its batches go by in order. */
export class OutputSample {
  readonly #stride: number;
  readonly #logits: Float32Array<ArrayBuffer>;
  readonly #labels: Uint8Array<ArrayBuffer>;
  /** The row that is taken next, counted from the first of the next batch. */
  #next = 0;
  #taken = 0;

  constructor(
    readonly data: Pick<LabelledImages, 'labels' | 'labelsPerImage' | 'width'>,
    readonly classes: number,
  ) {
    const { labels, labelsPerImage, width } = data;
    const period = labelsPerImage === 1 ? classes : width;
    this.#stride = strideOf(labels.length, classes, period);
    const rows = Math.ceil(labels.length / this.#stride);
    this.#logits = new Float32Array(rows * classes);
    this.#labels = new Uint8Array(rows);
  }

  /** @param logits [labels, classes] row by row */
  add(logits: Float32Array, labels: Uint8Array): void {
    const { classes } = this;
    for (; this.#next < labels.length; this.#next += this.#stride) {
      const row = logits.subarray(this.#next * classes, (this.#next + 1) * classes);
      this.#logits.set(row, this.#taken * classes);
      this.#labels[this.#taken++] = labels[this.#next] ?? 0;
    }
    this.#next -= labels.length;
  }

  finish(): SampledOutputs {
    return {
      classes: this.classes,
      stride: this.#stride,
      labelsPerImage: this.data.labelsPerImage,
      logits: this.#logits,
      labels: this.#labels,
    };
  }
}
