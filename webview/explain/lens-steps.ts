import type { LensChoice } from './lens-choice.ts';

/** Through which rows of a run one steps, the hardest first, and where among them one is. */
export interface Steps {
  readonly rows: ArrayLike<number>;
  /** −1 for a row that is not among them, and where there is none. */
  readonly place: number;
}

/** @param order all rows, the hardest first; @param forgotten those that a loss has let go of */
export function stepsOf(
  order: Uint32Array,
  forgotten: readonly number[],
  among: LensChoice['among'],
  row: number | undefined,
): Steps {
  const known = new Set(forgotten);
  const rows = among === 'forgotten' ? order.filter((each) => known.has(each)) : order;
  return { rows, place: row === undefined ? -1 : rows.indexOf(row) };
}

/** The row that is so many steps on; the first where one is not among them, undefined beyond the ends. */
export function stepFrom({ rows, place }: Steps, by: -1 | 1): number | undefined {
  return place === -1 ? rows[0] : rows[place + by];
}
