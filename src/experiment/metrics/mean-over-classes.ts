import type { Outcomes } from './outcomes.ts';

/** The mean of a number of each class, over the classes that have one: an absent class has 0/0. */
export function meanOverClasses({ classes }: Outcomes, of: (k: number) => number): number {
  const values = Array.from({ length: classes }, (_, k) => of(k)).filter((x) => !Number.isNaN(x));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
