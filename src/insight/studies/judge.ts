import type { Run } from '../../run/run.ts';
import { meanInterval, type Interval } from '../statistics/mean-interval.ts';
import { meanOf, summaryOf, type Summary } from '../statistics/moments.ts';
import { differencesOf } from '../statistics/paired.ts';
import { measures } from './measures.ts';
import type { Expectation, Side, Study } from './study.ts';

/** Whether what was claimed is to be seen; `open` while runs are missing. */
export type StudyOutcome = 'reproduced' | 'mixed' | 'not-reproduced' | 'open';

export interface Judgement {
  readonly outcome: StudyOutcome;
  /** One entry an expectation, in their order; none while open. */
  readonly readings: readonly Reading[];
}

/** What was measured for one expectation: plain data, from which its sentence is made. */
export interface Reading {
  /** Null for what is only reported, and for what cannot be read in every run. */
  readonly holds: boolean | null;
  readonly of: ArmReading;
  readonly than: ArmReading | null;
  /** Of `of` against `than`: their difference, ratio, or the greatest distance of their curves. */
  readonly contrast: Interval | null;
}

export interface ArmReading extends Summary {
  readonly arm: string;
}

/** The finished runs of one arm, in the order of the seeds. */
export type RunsByArm = ReadonlyMap<string, readonly Run[]>;

export function judge(study: Study, runs: RunsByArm, seeds: readonly number[]): Judgement {
  const arms = Object.keys(study.arms);
  const isWhole = arms.every((arm) => runs.get(arm)?.length === seeds.length);
  if (!isWhole) return { outcome: 'open', readings: [] };
  const readings = study.expectations.map((expectation) => unlessUnread(read(expectation, runs)));
  return { outcome: outcomeOf(readings), readings };
}

/** What cannot be read in every run, such as an epoch that was never reached, speaks neither for nor against. */
function unlessUnread(reading: Reading): Reading {
  const { of, than, contrast } = reading;
  const isUnread = [of, than, contrast].some((part) => part !== null && Number.isNaN(part.mean));
  return isUnread ? { ...reading, holds: null } : reading;
}

function outcomeOf(readings: readonly Reading[]): StudyOutcome {
  const judged = readings.filter(({ holds }) => holds !== null);
  const held = judged.filter(({ holds }) => holds).length;
  if (judged.length === 0) return 'open';
  if (held === judged.length) return 'reproduced';
  return held === 0 ? 'not-reproduced' : 'mixed';
}

function read(expectation: Expectation, runs: RunsByArm): Reading {
  switch (expectation.kind) {
    case 'above':
    case 'not-below':
    case 'alike': {
      const { of, than, a, b } = sides(expectation, runs);
      const contrast = meanInterval(differencesOf(pairs(a, b)));
      return { holds: holdsBetween(expectation, contrast), of, than, contrast };
    }
    case 'times': {
      const { of, than, a, b } = sides(expectation, runs);
      const contrast = ratioInterval(a, b);
      return { holds: contrast.mean >= expectation.by && contrast.low > 1, of, than, contrast };
    }
    case 'same-curve':
      return readCurves(expectation, runs);
    case 'level': {
      const of = armReading(expectation.of, valuesOf(expectation.of, expectation, runs));
      const { side, bound } = expectation;
      const holds = side === 'least' ? of.mean >= bound : of.mean <= bound;
      return { holds, of, than: null, contrast: null };
    }
    case 'report': {
      const of = armReading(expectation.of, valuesOf(expectation.of, expectation, runs));
      return { holds: null, of, than: null, contrast: null };
    }
  }
}

type Measured = Extract<Expectation, { measure: unknown }>;
type Contrasted = Extract<Expectation, { kind: 'above' | 'not-below' | 'alike' | 'times' }>;

function holdsBetween(
  expectation: Extract<Expectation, { kind: 'above' | 'not-below' | 'alike' }>,
  { mean, low, high }: Interval,
): boolean {
  if (expectation.kind === 'above') return mean >= expectation.by && low > 0;
  const isNotBelow = low >= -expectation.within;
  return isNotBelow && (expectation.kind === 'not-below' || high <= expectation.within);
}

function sides(expectation: Contrasted, runs: RunsByArm) {
  const [a, b] = [expectation.of, expectation.than].map((side) => best(side, expectation, runs));
  if (a === undefined || b === undefined) throw new Error('A side has no arm');
  return { of: armReading(a.arm, a.values), than: armReading(b.arm, b.values), a: a.values, b: b.values }; // prettier-ignore
}

function best(side: Side, measured: Measured, runs: RunsByArm): { arm: string; values: number[] } {
  const candidates = (typeof side === 'string' ? [side] : side.bestOf).map((arm) => ({
    arm,
    values: valuesOf(arm, measured, runs),
  }));
  const mean = (values: number[]): number => {
    const mean = meanOf(values);
    // One that diverged is none to choose.
    return Number.isNaN(mean) ? -Infinity : mean;
  };
  return candidates.reduce((most, each) => (mean(each.values) > mean(most.values) ? each : most));
}

function valuesOf(arm: string, { measure }: Measured, runs: RunsByArm): number[] {
  return (runs.get(arm) ?? []).map((run) => measures[measure].value(run));
}

function armReading(arm: string, values: readonly number[]): ArmReading {
  return { arm, ...summaryOf(values) };
}

/** By their seeds. */
function pairs(a: readonly number[], b: readonly number[]): [number, number][] {
  return a.map((value, index) => [value, b[index] ?? NaN]);
}

/** Of a ÷ b: the interval of the mean logarithm, taken back. */
function ratioInterval(a: readonly number[], b: readonly number[]): Interval {
  const logarithms = (values: readonly number[]): number[] => values.map(Math.log);
  const { mean, low, high } = meanInterval(differencesOf(pairs(logarithms(a), logarithms(b))));
  return { mean: Math.exp(mean), low: Math.exp(low), high: Math.exp(high) };
}

function readCurves(
  { of, than, within }: Extract<Expectation, { kind: 'same-curve' }>,
  runs: RunsByArm,
): Reading {
  const [a, b] = [runs.get(of) ?? [], runs.get(than) ?? []];
  const distances = a.map((run, index) => curveDistance(run, b[index]));
  const most = Math.max(...distances);
  const final = (arm: string): ArmReading => armReading(arm, valuesOf(arm, curveMeasure, runs));
  const contrast = { mean: most, low: Math.min(...distances), high: most };
  return { holds: most <= within, of: final(of), than: final(than), contrast };
}

const curveMeasure = { kind: 'report', measure: 'validationCrossEntropy', of: '' } as const;

/** The greatest |a − b|/|b| over the epochs; infinite where one has fewer of them. */
function curveDistance(a: Run, b: Run | undefined): number {
  const [one, other] = [a, b].map((run) => run?.epochs.validation.losses['cross-entropy'] ?? []);
  if (one === undefined || other === undefined || one.length !== other.length) return Infinity;
  return Math.max(
    ...one.map((value, index) => Math.abs(value / (other[index] ?? NaN) - 1)).map(orInfinity),
  );
}

const orInfinity = (value: number): number => (Number.isNaN(value) ? Infinity : value);
