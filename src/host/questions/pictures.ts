import { toBase64 } from '../../base64.ts';
import { LossLabError } from '../../error.ts';
import type { LabelledImages } from '../../experiment/datasets/dataset.ts';
import { resize, resizeMask } from '../../experiment/datasets/own/resize.ts';
import { selectImages } from '../../experiment/datasets/select-images.ts';
import { count, message } from '../../l10n.ts';
import type { Pictures } from '../../question.ts';

/** The longest side of a picture in a page. */
const mostSide = 128;

/** @throws LossLabError if there is no image at a place */
export function chosenImages(images: LabelledImages, places: readonly number[]): LabelledImages {
  const missing = places.find((place) => place >= images.count);
  if (missing === undefined) return selectImages(images, places);
  throw new LossLabError(
    message('There is no image {number}: the data set has {count}.', {
      number: count(missing + 1),
      count: count(images.count),
    }),
  );
}

export function picturesOf(images: LabelledImages): Pictures {
  const { channels, pixels, labels, labelsPerImage } = images;
  const { height, width } = shownSize(images);
  const size = images.height * images.width * channels;
  const bytes = new Uint8ClampedArray(images.count * height * width * channels);
  for (let i = 0; i < images.count; i++) {
    const values = pixels.subarray(i * size, (i + 1) * size);
    const picture = resize({ ...sizeOf(images), channels, values }, height, width);
    bytes.set(picture.values.map(toByte), i * height * width * channels);
  }
  return {
    ...{ count: images.count, height, width, channels },
    pixels: toBase64(new Uint8Array(bytes.buffer)),
    labels: toBase64(labelsPerImage === 1 ? labels : shownMasks(labels, images)),
  };
}

/** Masks of the images' size as they are shown. @param masks a class for every pixel of each */
export function shownMasks(masks: Uint8Array, images: LabelledImages): Uint8Array {
  const { height, width } = shownSize(images);
  const size = images.height * images.width;
  const shown = new Uint8Array(images.count * height * width);
  for (let i = 0; i < images.count; i++) {
    const mask = masks.subarray(i * size, (i + 1) * size);
    shown.set(resizeMask(mask, sizeOf(images), height, width), i * height * width);
  }
  return shown;
}

function shownSize({ height, width }: LabelledImages): { height: number; width: number } {
  const scale = Math.min(1, mostSide / Math.max(height, width));
  const side = (length: number): number => Math.max(1, Math.round(scale * length));
  return { height: side(height), width: side(width) };
}

function sizeOf({ height, width }: LabelledImages): { height: number; width: number } {
  return { height, width };
}

const toByte = (value: number): number => Math.round(255 * value);
