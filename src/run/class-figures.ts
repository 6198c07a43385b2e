import type { Run } from './run.ts';

/** What the last evaluation says of one class; NaN where it has no images. */
export interface ClassFigures {
  /** Share of the class's labels that are predicted as such. */
  readonly recall: number;
  /** Intersection over union of prediction and truth. */
  readonly iou: number;
  /** Mean of the run's own loss over the class's labels. */
  readonly loss: number;
}

/** One entry a class; none before the first evaluation. */
export function classFigures({ evaluations }: Run): ClassFigures[] {
  const { last } = evaluations;
  if (last === undefined) return [];
  return last.classLosses.map((loss, k, { length }) => {
    const at = (row: number, column: number): number =>
      last.confusion[row * length + column] ?? NaN;
    const sum = (of: (other: number) => number): number =>
      last.classLosses.reduce((total, _, other) => total + of(other), 0);
    const [correct, actual, predicted] = [at(k, k), sum((o) => at(k, o)), sum((o) => at(o, k))];
    return { recall: correct / actual, iou: correct / (actual + predicted - correct), loss };
  });
}

/** Of each true class the share that is given to each class; NaN for a class without labels. */
export function confusionRows({ evaluations }: Run): number[][] {
  const { confusion = [], classLosses = [] } = evaluations.last ?? {};
  const { length } = classLosses;
  return classLosses.map((_, k) => {
    const row = confusion.slice(k * length, (k + 1) * length);
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => count / total);
  });
}
