import type { Run } from '../../../src/run/run.ts';
import type { ExampleChoice, ExampleOrder } from './example-choice.ts';

/** The validation images that some runs share. */
export interface Examples {
  readonly count: number;
  /** A class each; undefined while it is not known, empty where it is the pixels that have one. */
  readonly labels: Uint8Array | undefined;
  /** The run that orders and filters. */
  readonly by: Run;
  /** All that are shown, that one included. */
  readonly runs: readonly Run[];
}

/** The places of the images that a person wants to see, in their order. */
export function orderedExamples(examples: Examples, choice: ExampleChoice): number[] {
  const places = Array.from({ length: examples.count }, (_, place) => place);
  const wanted = places.filter((place) => isWanted(examples, choice, place));
  const key = keyOf(examples, choice.order);
  if (!key) return wanted;
  const keys = places.map(key);
  const of = (place: number): number => keys[place] ?? NaN;
  // The sort is stable: of equals the one that comes first in the data set.
  return wanted.sort((a, b) => descending(of(a), of(b)));
}

/** Which orders mean something for these runs. */
export function possibleOrders({ by, runs }: Pick<Examples, 'by' | 'runs'>): ExampleOrder[] {
  const orders: ExampleOrder[] = ['order'];
  if (predictedOf(by).length > 0 && runs.length > 1) orders.unshift('disagreement');
  return lossesOf(by).length > 0 ? ['hardest', 'easiest', ...orders] : orders;
}

/** Own loss of each validation image; empty where it is not known. */
export function lossesOf({ evaluations }: Run): readonly number[] {
  return evaluations.last?.examples.losses ?? [];
}

/** The class that each is taken for; empty where every pixel has one. */
export function predictedOf({ evaluations }: Run): readonly number[] {
  return evaluations.last?.examples.predicted ?? [];
}

function isWanted(
  { by, labels }: Examples,
  { wrongOnly, trueClass, predictedClass }: ExampleChoice,
  place: number,
): boolean {
  const predicted = predictedOf(by)[place];
  if (predicted === undefined) return true;
  const label = labels?.[place];
  if (predictedClass !== null && predicted !== predictedClass) return false;
  if (trueClass !== null && label !== trueClass) return false;
  return !wrongOnly || (label !== undefined && label !== predicted);
}

/** What the images are ordered by, the largest first; undefined for the order of the data set. */
function keyOf(
  { by, runs }: Examples,
  order: ExampleOrder,
): ((place: number) => number) | undefined {
  const losses = lossesOf(by);
  switch (order) {
    case 'hardest':
      return (place) => losses[place] ?? NaN;
    case 'easiest':
      return (place) => -notNaN(losses[place]);
    case 'disagreement':
      return (place) => opinions(runs, place);
    case 'order':
      return undefined;
  }
}

/** How many different classes the runs take an image for. */
export function opinions(runs: readonly Run[], place: number): number {
  const taken = runs.flatMap((run) => predictedOf(run)[place] ?? []);
  return new Set(taken).size;
}

/** A loss that is NaN is as far from easy as can be, and harder than any. */
function notNaN(loss = NaN): number {
  return Number.isNaN(loss) ? Infinity : loss;
}

function descending(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return a === b ? 0 : b - a;
}
