import { isObject } from '../../../src/experiment/merge-written.ts';

export const exampleOrders = ['hardest', 'easiest', 'disagreement', 'order'] as const;
export type ExampleOrder = (typeof exampleOrders)[number];

/** Which validation images are shown, and in which order. */
export interface ExampleChoice {
  readonly order: ExampleOrder;
  /** Whose losses and predictions order and filter; null for the first run. */
  readonly runId: string | null;
  /** Only those that the run gets wrong. */
  readonly wrongOnly: boolean;
  /** Only those of this class, and those that the run takes for that; null for all. */
  readonly trueClass: number | null;
  readonly predictedClass: number | null;
}

export const noFilter = { wrongOnly: false, trueClass: null, predictedClass: null } as const;

export const allExamples: ExampleChoice = { order: 'hardest', runId: null, ...noFilter };

/** Whatever an earlier version of the page kept: each choice that still exists, else its default. */
export function parseExampleChoice(value: unknown): ExampleChoice {
  if (!isObject(value)) return allExamples;
  const { order, runId, wrongOnly, trueClass, predictedClass } = value;
  return {
    order: exampleOrders.find((each) => each === order) ?? allExamples.order,
    runId: typeof runId === 'string' ? runId : null,
    wrongOnly: wrongOnly === true,
    trueClass: classOrNull(trueClass),
    predictedClass: classOrNull(predictedClass),
  };
}

function classOrNull(value: unknown): number | null {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
