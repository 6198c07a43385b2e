import type { Random } from '../../random.ts';
import type { LabelledImages } from '../dataset.ts';
import { selectImages } from '../select-images.ts';

/**
 * So many images of every class as `keep` says, chosen at random and in their old order. Every class is
 * put into a random order of its own and taken from its beginning, so with the same `random` fewer images
 * are a part of more.
 */
export function classSubset(
  images: LabelledImages,
  classes: number,
  random: Random,
  keep: (counts: readonly number[]) => readonly number[],
): LabelledImages {
  const members = membersOf(images, classes);
  const kept = keep(members.map(({ length }) => length));
  const chosen = members.flatMap((ofClass, index) => {
    const order = Uint32Array.from(ofClass);
    random.shuffle(order);
    return [...order.subarray(0, kept[index] ?? 0)];
  });
  return selectImages(
    images,
    chosen.sort((a, b) => a - b),
  );
}

/** The same share of each, at least one image. */
export function shareOf(counts: readonly number[], share: number): number[] {
  return counts.map((count) => Math.min(count, Math.max(1, Math.round(share * count))));
}

/**
 * The exponential profile of Cui et al. 2019: class k of K keeps n ρ^(−k/(K−1)) images, at least one, with
 * the greatest n for which every class has as many.
 */
export function imbalancedCounts(counts: readonly number[], imbalance: number): number[] {
  const part = counts.map((_, k) => imbalance ** (-k / Math.max(1, counts.length - 1)));
  const possible = counts.flatMap((count, k) => (count > 0 ? count / (part[k] ?? 1) : []));
  const most = Math.min(...possible);
  return counts.map((count, k) => Math.min(count, Math.max(1, Math.round(most * (part[k] ?? 1)))));
}

/** Indices of each class's images; where every pixel has a class, of all of them as one. */
function membersOf({ count, labels, labelsPerImage }: LabelledImages, classes: number): number[][] {
  const members = Array.from({ length: labelsPerImage === 1 ? classes : 1 }, (): number[] => []);
  for (let i = 0; i < count; i++) members[labelsPerImage === 1 ? (labels[i] ?? 0) : 0]?.push(i);
  return members;
}
