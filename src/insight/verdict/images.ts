import { validationKey } from '../../experiment/datasets/same-validation.ts';
import type { Run } from '../../run/run.ts';
import { mcNemar } from '../statistics/mcnemar.ts';

/** What two models of one seed do on the same validation images. */
export interface ImagesApart {
  /** Images that only the first gets right, and only the second. */
  readonly onlyA: number;
  readonly onlyB: number;
  readonly bothWrong: number;
  readonly count: number;
  /** By McNemar's exact test: of these two models, not of the losses. */
  readonly p: number;
  /** Of the hardest images of each (`hardShare`, by its own loss), how many each gets right. */
  readonly hardOfA: HardImages | undefined;
  readonly hardOfB: HardImages | undefined;
}

export interface HardImages {
  readonly count: number;
  readonly rightA: number;
  readonly rightB: number;
}

export const hardShare = 0.05;

/**
 * @param labels of the validation images in the order of the data set
 * @returns undefined where the runs were not measured on the same images, one prediction an image
 */
export function imagesApart(a: Run, b: Run, labels: ArrayLike<number>): ImagesApart | undefined {
  if (validationKey(a.identity.spec) !== validationKey(b.identity.spec)) return undefined;
  const [first, second] = [a.evaluations.last?.examples, b.evaluations.last?.examples];
  const count = labels.length;
  if (first?.predicted.length !== count || second?.predicted.length !== count || count === 0)
    return undefined;
  const rightA = first.predicted.map((predicted, place) => predicted === labels[place]);
  const rightB = second.predicted.map((predicted, place) => predicted === labels[place]);
  const both = (isA: boolean, isB: boolean): number =>
    rightA.filter((right, place) => right === isA && rightB[place] === isB).length;
  const [onlyA, onlyB] = [both(true, false), both(false, true)];
  return {
    onlyA,
    onlyB,
    bothWrong: both(false, false),
    count,
    p: mcNemar(onlyA, onlyB),
    hardOfA: hardImages(first.losses, rightA, rightB),
    hardOfB: hardImages(second.losses, rightA, rightB),
  };
}

function hardImages(
  losses: readonly number[],
  rightA: readonly boolean[],
  rightB: readonly boolean[],
): HardImages | undefined {
  if (losses.length !== rightA.length) return undefined;
  const places = losses.map((_, place) => place);
  const hardest = places
    .sort((x, y) => (losses[y] ?? NaN) - (losses[x] ?? NaN))
    .slice(0, Math.ceil(hardShare * losses.length));
  const right = (of: readonly boolean[]): number =>
    hardest.filter((place) => of[place] === true).length;
  return { count: hardest.length, rightA: right(rightA), rightB: right(rightB) };
}
