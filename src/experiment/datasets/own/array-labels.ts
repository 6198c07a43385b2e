import { count, message } from '../../../l10n.ts';
import { classesOfNumbers, type Classes } from './classes.ts';
import { DataError, placeIn } from './data-error.ts';
import { shapeText, type NumberArray } from './number-array.ts';

/** Whether an array is one value for each of `images`: [n], or [n, 1] as CIFAR-10 has it. */
export function isOneEach({ shape }: Pick<NumberArray, 'shape'>, images: number): boolean {
  return shape[0] === images && (shape.length === 1 || (shape.length === 2 && shape[1] === 1));
}

/** @throws DataError if it is not one whole number from 0 on for each image */
export function labelsOf(array: NumberArray, images: number): Classes {
  const { place, shape, strides } = array;
  if (shape.length === 0 || !isOneEach({ shape }, shape[0] ?? 0)) {
    const problem = message(
      'it holds an array of {shape}, and labels are one whole number for each image. Of one-hot labels take argmax(axis=1).',
      { shape: shapeText(shape) },
    );
    throw new DataError(place, problem);
  }
  if (shape[0] !== images) {
    const problem = message(
      'it has {labels} labels for {images} images. Give the files that belong together.',
      { labels: count(shape[0] ?? 0), images: count(images) },
    );
    throw new DataError(place, problem);
  }
  const values = Float64Array.from({ length: images }, (_, i) => array.at(i * (strides[0] ?? 1)));
  values.forEach((value, i) => checkLabel(array, value, i));
  return classesOfNumbers(values, place);
}

function checkLabel({ place }: NumberArray, value: number, index: number): void {
  if (Number.isInteger(value) && value >= 0) return;
  const problem = message(
    'the label {value} is not a whole number from 0 on. Renumber the classes.',
    { value: String(value) },
  );
  throw new DataError(placeIn(place, message('at [{index}]', { index: String(index) })), problem);
}
