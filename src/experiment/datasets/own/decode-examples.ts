import type { LabelledImages } from '../dataset.ts';
import type { Examples } from './examples.ts';

/**
 * The images of these numbers, in this order, in one array. Labels are the classes, or the values of the
 * masks.
 */
export async function decodeExamples(
  examples: Examples,
  indices: readonly number[],
  onDecoded: () => Promise<void> = () => Promise.resolve(),
): Promise<LabelledImages> {
  const { height, width, channels } = examples;
  const labelsPerImage = examples.task === 'classification' ? 1 : height * width;
  const size = height * width * channels;
  const pixels = new Float32Array(indices.length * size);
  const labels = new Uint8Array(indices.length * labelsPerImage);
  for (const [at, index] of indices.entries()) {
    const image = await decodeOne(examples, index);
    pixels.set(image.pixels, at * size);
    labels.set(image.labels, at * labelsPerImage);
    await onDecoded();
  }
  return { count: indices.length, height, width, channels, pixels, labelsPerImage, labels };
}

async function decodeOne(
  examples: Examples,
  index: number,
): Promise<Pick<LabelledImages, 'pixels' | 'labels'>> {
  if (examples.task === 'classification') {
    const labels = examples.labels.subarray(index, index + 1);
    return { pixels: await examples.decode(index), labels };
  }
  const { pixels, mask } = await examples.decode(index);
  return { pixels, labels: mask };
}
