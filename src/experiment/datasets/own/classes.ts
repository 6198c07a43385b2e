import { count, message } from '../../../l10n.ts';
import { DataError, type Place } from './data-error.ts';

/** Classes in order, and the one of each image. */
export interface Classes {
  readonly classNames: readonly string[];
  readonly labels: Uint8Array;
}

/** A class is stored in a byte. */
const mostClasses = 256;

/** Whole numbers become classes in their order; those that none has are left out. */
export function classesOfNumbers(values: ArrayLike<number>, place: Place): Classes {
  const sorted = [...new Set(Array.from(values))].sort((a, b) => a - b);
  return numbered(Array.from(values), sorted, place);
}

/** Texts become classes in the order of their code points. */
export function classesOfTexts(values: readonly string[], place: Place): Classes {
  return numbered(values, [...new Set(values)].sort(byCodePoint), place);
}

function numbered<T extends string | number>(
  values: readonly T[],
  sorted: readonly T[],
  place: Place,
): Classes {
  checkClassCount(sorted.length, place);
  const index = new Map(sorted.map((value, i) => [value, i]));
  return {
    classNames: sorted.map(String),
    labels: Uint8Array.from(values, (value) => index.get(value) ?? 0),
  };
}

/** @throws DataError for one class, which leaves nothing to learn, or too many */
export function checkClassCount(classes: number, place: Place): void {
  if (classes < 2) {
    const problem = message(
      'there is only one class, so there is nothing to tell apart. Add another.',
    );
    throw new DataError(place, problem);
  }
  if (classes > mostClasses) {
    const problem = message(
      'there are {classes} classes, and {limit} is the most. Merge some, or check that these are labels.',
      { classes: count(classes), limit: count(mostClasses) },
    );
    throw new DataError(place, problem);
  }
}

/** The order of Unicode code points, the same in every locale; `<` would compare UTF-16 units. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
