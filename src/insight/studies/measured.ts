import { isObject } from '../../experiment/merge-written.ts';
import type { StudyName } from './catalogue.ts';
import type { Judgement } from './judge.ts';
import figures from './measured.json';

/** What came out when all studies were run for the docs. */
export interface MeasuredStudy extends Judgement {
  readonly runs: number;
  readonly seeds: readonly number[];
  /** That the trainings took in all, on the machine that they were run on. */
  readonly seconds: number;
}

/** A study that was added since has none. */
export type MeasuredStudies = Readonly<Partial<Record<StudyName, MeasuredStudy>>>;

/** Written by `npm run study -- --all`. */
export const measuredStudies: MeasuredStudies = isMeasured(figures) ? figures : {};

/** The file is only ever written by the code that reads it. */
function isMeasured(value: unknown): value is MeasuredStudies {
  return isObject(value);
}
