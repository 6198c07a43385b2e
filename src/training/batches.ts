import { LossLabError } from '../error.ts';
import type { Picture } from '../experiment/augmentations/augmentation-kind.ts';
import type { LabelledImages } from '../experiment/datasets/dataset.ts';
import type { Random, RandomState } from '../experiment/random.ts';
import { count, message } from '../l10n.ts';
import type { Augmenter } from './augmenter.ts';

/** Some images, good until the next batch is asked for. */
export interface Batch {
  readonly count: number;
  /** [count, height, width, channels] */
  readonly images: Float32Array;
  /** One an image, or one for each of its pixels. */
  readonly labels: Uint8Array;
  /** Their places in the training set, where they are dealt out of it. */
  readonly chosen?: Uint32Array;
}

/** Where the dealing is, between two epochs; plain data, for a checkpoint. */
export interface BatchesState {
  /** The arrangement that the next epoch shuffles. */
  readonly order: Uint32Array;
  readonly random: RandomState;
  /** One for each augmentation of the catalogue; empty without any. */
  readonly augmentation: readonly RandomState[];
}

/**
 * Deals the images out in an order of its own each epoch, changed by `augmenter` if there is one; the last
 * batch takes what is left.
 */
export class Batches {
  readonly #order: Uint32Array;
  readonly #images: Float32Array;
  readonly #labels: Uint8Array;
  /** The images of a batch one by one, for the augmenter. */
  readonly #pictures: readonly Picture[];

  constructor(
    readonly data: LabelledImages,
    readonly batchSize: number,
    readonly random: Random,
    readonly augmenter: Augmenter | null = null,
  ) {
    const rows = Math.min(batchSize, data.count);
    this.#order = Uint32Array.from({ length: data.count }, (_, index) => index);
    this.#images = new Float32Array(rows * imageSize(data));
    this.#labels = new Uint8Array(rows * data.labelsPerImage);
    this.#pictures = augmenter ? picturesIn(this.#images, this.#labels, data) : [];
  }

  *epoch(): Generator<Batch> {
    this.random.shuffle(this.#order);
    for (let start = 0; start < this.#order.length; start += this.batchSize) {
      yield this.#gather(this.#order.subarray(start, start + this.batchSize));
    }
  }

  /** Between two epochs. */
  save(): BatchesState {
    return {
      order: this.#order.slice(),
      random: this.random.save(),
      augmentation: this.augmenter?.save() ?? [],
    };
  }

  /**
   * Goes on from where `save` was called, for the same data.
   * @throws LossLabError if that was for another number of images
   */
  restore({ order, random, augmentation }: BatchesState): void {
    if (order.length !== this.#order.length) throw otherImages(order.length, this.#order.length);
    this.#order.set(order);
    this.random.restore(random);
    this.augmenter?.restore(augmentation);
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
      const picture = this.#pictures[row];
      if (picture) this.augmenter?.augment(picture);
    }
    return {
      count: chosen.length,
      images: this.#images.subarray(0, chosen.length * size),
      labels: this.#labels.subarray(0, chosen.length * labelsPerImage),
      chosen,
    };
  }
}

/** Views of the images of a batch, made once. */
function picturesIn(images: Float32Array, labels: Uint8Array, data: LabelledImages): Picture[] {
  const { height, width, channels, labelsPerImage } = data;
  const size = imageSize(data);
  return Array.from({ length: images.length / size }, (_, row) => ({
    height,
    width,
    channels,
    pixels: images.subarray(row * size, (row + 1) * size),
    labels:
      labelsPerImage === 1
        ? null
        : labels.subarray(row * labelsPerImage, (row + 1) * labelsPerImage),
  }));
}

function otherImages(saved: number, now: number): LossLabError {
  const reason = message(
    'The checkpoint was made with {saved} training images, but the data set now has {now}. Train anew, or bring the data back.',
    { saved: count(saved), now: count(now) },
  );
  return new LossLabError(reason);
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
