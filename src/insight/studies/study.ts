import { inFull, parseSpec } from '../../experiment/parse-spec.ts';
import { isObject, mergeWritten, type WrittenObject } from '../../experiment/merge-written.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import type { Message } from '../../l10n.ts';
import type { MeasureName } from './measures.ts';

/** A claim of the literature, with the trainings that put it to the test. One file each. */
export interface Study<Arm extends string = string> {
  readonly title: Message;
  /** The same in a list that is 300 pixels wide, with figures behind it: 18 letters or fewer. */
  readonly short: Message;
  /** What is claimed, in one sentence. */
  readonly claim: Message;
  /** Who claims it, when and where. */
  readonly source: Message;
  /** What is varied, what is held, and where this differs from the source. */
  readonly method: readonly Message[];
  /** What all arms share, as an experiment file has it. */
  readonly base: WrittenObject;
  readonly arms: Readonly<Record<Arm, StudyArm>>;
  /** Other than 1 and 2, by which settings were chosen. */
  readonly seeds: readonly number[];
  /** What is to be seen if the claim is true, written down before it was measured. */
  readonly expectations: readonly Expectation<Arm>[];
}

export interface StudyArm {
  readonly name: Message;
  /** What is other than in the base. */
  readonly change: WrittenObject;
}

/** An arm, or the best of several. */
export type Side<Arm extends string = string> = Arm | BestOf<Arm>;

/** Of these arms the one whose mean over the seeds is highest. */
export interface BestOf<Arm extends string = string> {
  readonly name: Message;
  /** In their order, such as by rising rate. */
  readonly bestOf: readonly Arm[];
}

/** One thing that the claim says about the runs; it holds or it does not. */
export type Expectation<Arm extends string = string> =
  Above<Arm> | Times<Arm> | Alike<Arm> | NotBelow<Arm> | SameCurve<Arm> | Level<Arm> | Report<Arm>;

interface Part {
  /** What it is about, where a study has several such. */
  readonly about?: Message;
}

/** One measure of two sides, seed by seed. */
interface Contrast<Arm extends string> extends Part {
  readonly measure: MeasureName;
  readonly of: Side<Arm>;
  readonly than: Side<Arm>;
}

/** The mean of `of` − `than` over the seeds is at least `by`, and its 95 % interval above 0. */
export interface Above<Arm extends string = string> extends Contrast<Arm> {
  readonly kind: 'above';
  readonly by: number;
}

/** The geometric mean of `of` ÷ `than` is at least `by`, and its 95 % interval above 1. */
export interface Times<Arm extends string = string> extends Contrast<Arm> {
  readonly kind: 'times';
  readonly by: number;
}

/** The 95 % interval of `of` − `than` lies within ± `within`. */
export interface Alike<Arm extends string = string> extends Contrast<Arm> {
  readonly kind: 'alike';
  readonly within: number;
}

/** The 95 % interval of `of` − `than` lies above −`within`. */
export interface NotBelow<Arm extends string = string> extends Contrast<Arm> {
  readonly kind: 'not-below';
  readonly within: number;
}

/** With every seed the two validation cross-entropies are never further apart than `within` times the one. */
export interface SameCurve<Arm extends string = string> extends Part {
  readonly kind: 'same-curve';
  readonly of: Arm;
  readonly than: Arm;
  readonly within: number;
}

/** The mean over the seeds is on one side of a bound. */
export interface Level<Arm extends string = string> extends Part {
  readonly kind: 'level';
  readonly measure: MeasureName;
  readonly of: Arm;
  readonly side: 'least' | 'most';
  readonly bound: number;
}

/** Nothing that the claim speaks of, but what a reader wants to know beside it. */
export interface Report<Arm extends string = string> extends Part {
  readonly kind: 'report';
  readonly measure: MeasureName;
  readonly of: Arm;
}

/** A training of a study. */
export interface StudyRun {
  readonly arm: string;
  readonly name: Message;
  readonly spec: ExperimentSpec;
}

/** Every arm with every seed. */
export function studyRuns({ base, arms, seeds }: Study, chosen = seeds): StudyRun[] {
  return Object.entries(arms).flatMap(([arm, { name, change }]) =>
    chosen.map((seed) => ({ arm, name, spec: specOf(base, change, seed) })),
  );
}

function specOf(base: WrittenObject, change: WrittenObject, seed: number): ExperimentSpec {
  const written = mergeWritten(inFull(base), inFull(change));
  const parsed = parseSpec(isObject(written) ? { ...written, seed } : written);
  if (parsed.ok) return parsed.spec;
  throw new Error(`${JSON.stringify(written)}: ${JSON.stringify(parsed.errors)}`);
}
