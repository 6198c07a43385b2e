import type { LabelledImages } from '../experiment/datasets/dataset.ts';
import type { Random, RandomState } from '../experiment/random.ts';

/** Some images, good until the next batch is asked for. */
export interface Batch {
  readonly count: number;
  /** [count, height, width, channels] */
  readonly images: Float32Array;
  /** One an image, or one for each of its pixels. */
  readonly labels: Uint8Array;
}

/** What the order of the next epochs depends on. */
export interface BatchesState {
  /** The images in the order of the last epoch, which the next one is shuffled from. */
  readonly order: Uint32Array;
  readonly random: RandomState;
}

/** Deals the images out in an order of its own each epoch; the last batch takes what is left. */
export class Batches {
  readonly #order: Uint32Array;
  readonly #images: Float32Array;
  readonly #labels: Uint8Array;

  constructor(
    readonly data: LabelledImages,
    readonly batchSize: number,
    readonly random: Random,
  ) {
    this.#order = Uint32Array.from({ length: data.count }, (_, index) => index);
    this.#images = new Float32Array(batchSize * imageSize(data));
    this.#labels = new Uint8Array(batchSize * data.labelsPerImage);
  }

  *epoch(): Generator<Batch> {
    this.random.shuffle(this.#order);
    for (let start = 0; start < this.#order.length; start += this.batchSize) {
      yield this.#gather(this.#order.subarray(start, start + this.batchSize));
    }
  }

  /** Between two epochs. */
  save(): BatchesState {
    return { order: this.#order.slice(), random: this.random.save() };
  }

  /** @throws RangeError if it is not of as many images */
  restore({ order, random }: BatchesState): void {
    if (order.length !== this.#order.length) throw new RangeError('An order of other images');
    this.#order.set(order);
    this.random.restore(random);
  }

  /** By plain loops: it runs before every step. */
  #gather(chosen: Uint32Array): Batch {
    const { pixels, labels, labelsPerImage } = this.data;
    const size = imageSize(this.data);
    for (let row = 0; row < chosen.length; row++) {
      const image = chosen[row] ?? 0;
      this.#images.set(pixels.subarray(image * size, (image + 1) * size), row * size);
      const from = image * labelsPerImage;
      this.#labels.set(labels.subarray(from, from + labelsPerImage), row * labelsPerImage);
    }
    return {
      count: chosen.length,
      images: this.#images.subarray(0, chosen.length * size),
      labels: this.#labels.subarray(0, chosen.length * labelsPerImage),
    };
  }
}

/** Every image once in its own order, in parts of at most `size`. */
export function* inOrder(data: LabelledImages, size: number): Generator<Batch> {
  const values = imageSize(data);
  for (let start = 0; start < data.count; start += size) {
    const end = Math.min(start + size, data.count);
    yield {
      count: end - start,
      images: data.pixels.subarray(start * values, end * values),
      labels: data.labels.subarray(start * data.labelsPerImage, end * data.labelsPerImage),
    };
  }
}

function imageSize({ height, width, channels }: LabelledImages): number {
  return height * width * channels;
}
