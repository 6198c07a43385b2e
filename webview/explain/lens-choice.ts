import { isObject } from '../../src/experiment/merge-written.ts';

export const lensModes = ['one', 'all'] as const;
export type LensMode = (typeof lensModes)[number];

/** What a person chose to look at through the lens. */
export interface LensChoice {
  readonly mode: LensMode;
  /** Whose losses order the examples, and whose logits are put into the formulas; null for the last run. */
  readonly runId: string | null;
  /** The number of a label of the validation set; null for the hardest. */
  readonly example: number | null;
  /** Whether one steps through all examples or those that a loss has let go of. */
  readonly among: 'all' | 'forgotten';
  /** Which two of the losses are held against each other: a place in their pairs. */
  readonly pair: number;
  /** The class whose examples are summed up; null for all. */
  readonly ofClass: number | null;
  /** Of the made-up example that is looked at; null for that of the real one. */
  readonly margin: number | null;
  /** Null for the newest that each run has. */
  readonly epoch: number | null;
}

export const initialLens: LensChoice = {
  mode: 'one',
  runId: null,
  example: null,
  among: 'all',
  pair: 0,
  ofClass: null,
  margin: null,
  epoch: null,
};

/** Whatever an earlier version of the page kept: each choice that still exists, else its default. */
export function parseLensChoice(value: unknown): LensChoice {
  if (!isObject(value)) return initialLens;
  const { mode, runId, example, among, pair, ofClass, margin, epoch } = value;
  return {
    mode: lensModes.find((each) => each === mode) ?? 'one',
    runId: typeof runId === 'string' ? runId : null,
    example: wholeOrNull(example),
    among: among === 'forgotten' ? 'forgotten' : 'all',
    pair: wholeOrNull(pair) ?? 0,
    ofClass: wholeOrNull(ofClass),
    margin: typeof margin === 'number' && Number.isFinite(margin) ? margin : null,
    epoch: wholeOrNull(epoch),
  };
}

function wholeOrNull(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
