import { isObject } from '../../src/experiment/merge-written.ts';

/** One step of one run, on which a person clicked. */
export interface Point {
  readonly runId: string;
  readonly step: number;
  /** A finding has led to it: its plots are in sight and stay there. */
  readonly isFound?: boolean;
}

/** Null for whatever is none. */
export function parsePoint(value: unknown): Point | null {
  if (!isObject(value)) return null;
  const { runId, step } = value;
  const isStep = Number.isSafeInteger(step) && Number(step) > 0;
  return typeof runId === 'string' && isStep ? { runId, step: Number(step) } : null;
}
