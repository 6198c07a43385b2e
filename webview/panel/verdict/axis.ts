/** Maps values of a range to pixels, with room for markers at both ends. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** @param from the pixel of the least value, `to` that of the largest */
export function axisOf(values: readonly number[], from: number, to: number): Axis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spread = most - least || Math.abs(most) * 0.01 || 1;
  const at = (value: number): number => from + ((value - least) / spread) * (to - from);
  return { at, ticks: least === most ? [least] : [least, most] };
}
