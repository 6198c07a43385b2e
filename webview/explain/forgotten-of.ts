import { forgottenRows, inBoth } from '../../src/insight/lens/forgotten.ts';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import type { LensLoss } from './lens-loss.ts';
import type { LensMeasures } from './lens-measures.ts';
import type { RunOutputs } from './use-outputs.ts';

/** Two losses held against each other: which lets go of more wrong examples, and of which. */
export interface Forgotten {
  /** The one that pulls less than a hundredth of what the other would. */
  readonly weak: LensLoss;
  readonly strong: LensLoss;
  readonly runs: readonly ForgottenOfRun[];
}

export interface ForgottenOfRun {
  readonly of: RunOutputs;
  readonly epoch: number;
  /** Of the examples that there are, those that are wrong and let go of. */
  readonly rows: readonly number[];
  readonly count: number;
  /** At the first epoch that is kept, where that is another. */
  readonly atFirst: { readonly epoch: number; readonly rows: readonly number[] } | undefined;
  /** Those of the first epoch that are still among them. */
  readonly still: readonly number[];
}

export type Pair = readonly [LensLoss, LensLoss];

export function pairsOf(losses: readonly LensLoss[]): Pair[] {
  return losses.flatMap((a, i) => losses.slice(i + 1).map((b): Pair => [a, b]));
}

export function forgottenOf(
  [a, b]: Pair,
  runs: readonly RunOutputs[],
  measures: LensMeasures,
): Forgotten {
  const rowsOf = (outputs: Outputs, weak: LensLoss, strong: LensLoss): number[] =>
    letGoOf(outputs, weak, strong, measures);
  const total = (weak: LensLoss, strong: LensLoss): number =>
    runs.reduce((sum, { now }) => sum + (now ? rowsOf(now, weak, strong).length : 0), 0);
  const [weak, strong] = total(a, b) > total(b, a) ? [a, b] : [b, a];
  return {
    weak,
    strong,
    runs: runs.flatMap((of) => {
      const { now, first } = of;
      if (now === undefined) return [];
      const rows = rowsOf(now, weak, strong);
      const isLater = first !== undefined && first.epoch < now.epoch;
      const atFirst = isLater
        ? { epoch: first.epoch, rows: rowsOf(first, weak, strong) }
        : undefined;
      const still = inBoth(rows, atFirst?.rows ?? []);
      return [{ of, epoch: now.epoch, rows, count: now.labels.length, atFirst, still }];
    }),
  };
}

function letGoOf(
  outputs: Outputs,
  weak: LensLoss,
  strong: LensLoss,
  measures: LensMeasures,
): number[] {
  const scaled = ({ factor }: LensLoss, pulls: Float64Array): Float64Array =>
    factor === 1 ? pulls : pulls.map((pull) => factor * pull);
  return forgottenRows(
    measures.margins(outputs),
    scaled(weak, measures.measured(outputs, weak).pulls),
    scaled(strong, measures.measured(outputs, strong).pulls),
  );
}
