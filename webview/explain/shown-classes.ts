/** Which classes have a bar: all where they are few, else the label's and the largest, in their order. */
export function shownClasses(
  outputs: readonly ArrayLike<number>[],
  label: number,
  classes: number,
  most: number,
): number[] {
  const all = Array.from({ length: classes }, (_, k) => k);
  if (classes <= most) return all;
  const largest = (k: number): number => Math.max(...outputs.map((of) => of[k] ?? NaN));
  const others = all.filter((k) => k !== label).sort((a, b) => largest(b) - largest(a));
  return [label, ...others.slice(0, most - 1)].sort((a, b) => a - b);
}
