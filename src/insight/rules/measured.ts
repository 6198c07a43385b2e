import type { RuleName } from './catalogue.ts';
import figures from './measured.json';

/** How a rule did on trainings whose faults are known. */
export interface Measured {
  /** Runs with the fault that the rule is for, and how many of them it found. */
  readonly planted: number;
  readonly hits: number;
  /** Runs without any fault, and in how many of them it found one. */
  readonly healthy: number;
  readonly falseAlarms: number;
}

/** Written by scripts/measure-rules.mjs. */
export const measured: Readonly<Record<RuleName, Measured>> = figures;
