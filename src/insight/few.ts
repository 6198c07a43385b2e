/** As many as are read at a glance. */
export const atOnce = 3;

/** Some of many, and the others. */
export interface Few<T> {
  readonly shown: readonly T[];
  readonly rest: readonly T[];
}

/**
 * The best two and the worst by `value`, larger being better and NaN worst, in the order in which all come; all
 * of them, if they are no more than three.
 */
export function bestAndWorst<T>(items: readonly T[], value: (item: T) => number): Few<T> {
  if (items.length <= atOnce) return { shown: items, rest: [] };
  const rank = (item: T): number => {
    const of = value(item);
    return Number.isNaN(of) ? -Infinity : of;
  };
  const places = items.map((item, place) => ({ place, of: rank(item) }));
  const sorted = places.toSorted((a, b) => (a.of === b.of ? a.place - b.place : b.of - a.of));
  const kept = [...sorted.slice(0, atOnce - 1), ...sorted.slice(-1)].map(({ place }) => place);
  const isKept = (_: T, place: number): boolean => kept.includes(place);
  return {
    shown: items.filter(isKept),
    rest: items.filter((item, place) => !isKept(item, place)),
  };
}
