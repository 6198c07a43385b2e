import type { Activation } from '../../experiment/losses/loss.ts';

/** Wrong by far, wrong, and right. */
export const outcomes = ['far', 'wrong', 'right'] as const;
export type Outcome = (typeof outcomes)[number];

export type Shares = Readonly<Record<Outcome, number>>;

/**
 * From how far below 0 a margin is called wrong by far. Behind a softmax the rival is e³ ≈ 20 times as probable
 * as the label there; on a linear output, whose targets are 0 and 1, the two have changed places.
 */
export function farMargin(activation: Activation): number {
  return activation === 'linear' ? -1 : -3;
}

/** Undefined for a margin that is NaN: then there is no prediction. */
export function outcomeOf(margin: number, activation: Activation): Outcome | undefined {
  if (Number.isNaN(margin)) return undefined;
  if (margin > 0) return 'right';
  return margin <= farMargin(activation) ? 'far' : 'wrong';
}

/** How much of the total of `weights` comes from each; how many of the rows, where all weigh 1. */
export function sumsByOutcome(
  margins: Float64Array,
  weights: Float64Array | undefined,
  activation: Activation,
  rows?: readonly number[],
): Shares {
  const sums = { far: 0, wrong: 0, right: 0 };
  const add = (row: number): void => {
    const outcome = outcomeOf(margins[row] ?? NaN, activation);
    const weight = weights === undefined ? 1 : (weights[row] ?? NaN);
    if (outcome !== undefined && Number.isFinite(weight)) sums[outcome] += weight;
  };
  if (rows === undefined) for (let row = 0; row < margins.length; row++) add(row);
  else rows.forEach(add);
  return sums;
}

/** Each as a part of 1; undefined where there is nothing to share. */
export function sharesOf(sums: Shares): Shares | undefined {
  const total = sums.far + sums.wrong + sums.right;
  if (!(total > 0)) return undefined;
  return { far: sums.far / total, wrong: sums.wrong / total, right: sums.right / total };
}
