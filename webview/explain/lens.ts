import { rowOf } from '../../src/insight/lens/outputs.ts';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import { Prediction } from '../../src/experiment/losses/prediction.ts';
import { madeUp } from '../../src/insight/pull.ts';
import type { DataGroup } from '../panel/data/data-group.ts';
import type { Shown } from '../panel/shown.ts';
import type { DrawnLoss } from '../plots/pull.ts';
import type { Store } from '../stores.ts';
import type { Forgotten, Pair } from './forgotten-of.ts';
import type { LensChoice } from './lens-choice.ts';
import type { LensLoss } from './lens-loss.ts';
import type { LensMeasures } from './lens-measures.ts';
import type { Steps } from './lens-steps.ts';
import type { LensOutputs, RunOutputs } from './use-outputs.ts';

/** What all parts of the lens look at. */
export interface Lens {
  readonly shown: Shown;
  /** The runs that have looked at the same images; undefined before any has. */
  readonly group: DataGroup | undefined;
  readonly choice: LensChoice;
  readonly change: (to: Partial<LensChoice>) => void;
  /** Of the made-up example; null while the real one is looked at. */
  readonly margin: Store<number | null>;
  /** Null for the newest. */
  readonly epoch: Store<number | null>;
  readonly outputs: LensOutputs;
  readonly measures: LensMeasures;
  readonly classes: number;
  /** All that is explained, and those of it that single labels have. */
  readonly drawn: readonly DrawnLoss[];
  readonly losses: readonly LensLoss[];
  /** The run whose losses order the examples. */
  readonly by: RunOutputs | undefined;
  readonly pairs: readonly Pair[];
  readonly forgotten: Forgotten | undefined;
  /** The loss that orders. */
  readonly ordering: LensLoss | undefined;
  /** The number of the label that is looked at; undefined before there are outputs. */
  readonly example: number | undefined;
  readonly steps: Steps;
}

/** Where the made-up example is before there is a real one: surely wrong. */
const firstMargin = -6;

export function predictionOf(outputs: Outputs, label: number): Prediction {
  const row = rowOf(outputs, label);
  const { classes, logits, labels } = outputs;
  return new Prediction(classes).fill(logits, row * classes, labels[row] ?? 0);
}

/** Of the real example in the run that orders. */
export function realMargin({ by, example, measures }: Lens): number | undefined {
  if (by?.now === undefined || example === undefined) return undefined;
  return measures.margins(by.now)[rowOf(by.now, example)];
}

/** Where the line stands. @param moved what the store of the margin holds */
export function marginNow(lens: Lens, moved: number | null): number {
  return moved ?? realMargin(lens) ?? firstMargin;
}

/** What a loss is measured on: the real example in the run that orders, or the made-up one. */
export function predictionNow(lens: Lens, { loss }: LensLoss, moved: number | null): Prediction {
  const { by, example, classes } = lens;
  const isReal = moved === null && by?.now !== undefined && example !== undefined;
  return isReal ? predictionOf(by.now, example) : madeUp(loss, classes, marginNow(lens, moved));
}

/** Looks at a label of the validation set, at its own margin. */
export function lookAt({ margin, change }: Lens, label: number): void {
  margin.set(null);
  change({ example: label, margin: null });
}
