import { message } from '../../../l10n.ts';
import { seeded } from '../../random.ts';
import { DataError, type Place } from './data-error.ts';
import type { ClassedExamples } from './examples.ts';

/** Which images are trained on and which are kept, each in the order of the source. */
export interface Split {
  readonly train: readonly number[];
  readonly validation: readonly number[];
}

export interface SplitForm {
  readonly validationShare: number;
  readonly splitSeed: number;
}

/**
 * A seeded split of each class by itself: round(share · n) of its n images are kept for validation, at
 * least 1 and at most n − 1.
 * @throws DataError naming a class of fewer than 2 images
 */
export function stratifiedSplit(
  { place, labels, classNames }: Pick<ClassedExamples, 'place' | 'labels' | 'classNames'>,
  form: SplitForm,
): Split {
  const members: number[][] = classNames.map(() => []);
  labels.forEach((label, index) => members[label]?.push(index));
  members.forEach((indices, label) => {
    if (indices.length < 2) throw tooFew(place, classNames[label] ?? '');
  });
  return splitGroups(members, form);
}

/**
 * The same where images have no class: one group.
 * @throws DataError for fewer than 2 images
 */
export function randomSplit(place: Place, count: number, form: SplitForm): Split {
  if (count < 2) {
    const problem = message(
      'there is only one image, and training and validation need one each. Add more.',
    );
    throw new DataError(place, problem);
  }
  return splitGroups([Array.from({ length: count }, (_, index) => index)], form);
}

function splitGroups(
  groups: readonly (readonly number[])[],
  { validationShare, splitSeed }: SplitForm,
): Split {
  const random = seeded(splitSeed);
  const [train, validation]: [number[], number[]] = [[], []];
  for (const group of groups) {
    const order = Uint32Array.from(group);
    random.shuffle(order);
    const wanted = Math.round(validationShare * group.length);
    const kept = Math.min(Math.max(wanted, 1), group.length - 1);
    order.forEach((index, i) => (i < kept ? validation : train).push(index));
  }
  return { train: sorted(train), validation: sorted(validation) };
}

const sorted = (indices: number[]): number[] => indices.sort((a, b) => a - b);

function tooFew(place: Place, name: string): DataError {
  const problem = message(
    'the class “{name}” has only one image, and training and validation need one each. Add more, or remove it.',
    { name },
  );
  return new DataError(place, problem);
}
