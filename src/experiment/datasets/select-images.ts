import type { LabelledImages } from './dataset.ts';

/** The images at `chosen` in that order, copied. */
export function selectImages(from: LabelledImages, chosen: readonly number[]): LabelledImages {
  const { height, width, channels, labelsPerImage } = from;
  const size = height * width * channels;
  const pixels = new Float32Array(chosen.length * size);
  const labels = new Uint8Array(chosen.length * labelsPerImage);
  chosen.forEach((image, row) => {
    pixels.set(from.pixels.subarray(image * size, (image + 1) * size), row * size);
    const first = image * labelsPerImage;
    labels.set(from.labels.subarray(first, first + labelsPerImage), row * labelsPerImage);
  });
  return { ...from, count: chosen.length, pixels, labels };
}

/** Images of some classes alone, in their order, each labelled with its class's place in `classes`. */
export function ofClasses(from: LabelledImages, classes: readonly number[]): LabelledImages {
  const placeOf = (label: number): number => classes.indexOf(label);
  const chosen = [...from.labels.keys()].filter((i) => placeOf(from.labels[i] ?? NaN) !== -1);
  const selected = selectImages(from, chosen);
  return { ...selected, labels: selected.labels.map(placeOf) };
}
