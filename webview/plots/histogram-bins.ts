import type { Histogram } from '../../src/run/histogram.ts';

/** One row of a histogram's map. */
export type BinRow =
  | { readonly kind: 'positive' | 'negative'; readonly from: number; readonly to: number }
  | { readonly kind: 'zero' }
  | { readonly kind: 'invalid' };

/** Exponents of base 2 that occur: from `lowest` up to but not including `end`. */
export interface ExponentRange {
  readonly lowest: number;
  readonly end: number;
}

/** Rows on each side of 0, so that each has a few pixels of its own. */
const most = 40;

export function exponentRange(histograms: readonly Histogram[]): ExponentRange {
  const used = histograms.filter(({ positive }) => positive.length > 0);
  if (used.length === 0) return { lowest: 0, end: 0 };
  const ends = used.map(({ lowest, positive }) => lowest + positive.length);
  return {
    lowest: used.reduce((least, { lowest }) => Math.min(least, lowest), Infinity),
    end: ends.reduce((a, b) => Math.max(a, b)),
  };
}

/** From the top: what is not finite, positive by falling size, 0, negative by rising size. */
export function binRows(range: ExponentRange, hasInvalid: boolean): BinRow[] {
  const bins = binsOf(range);
  return [
    ...(hasInvalid ? [{ kind: 'invalid' } as const] : []),
    ...bins.map((bin) => ({ kind: 'positive', ...bin }) as const).reverse(),
    { kind: 'zero' },
    ...bins.map((bin) => ({ kind: 'negative', ...bin }) as const),
  ];
}

/** Each of 1, 2, 4 … whole exponents, as few as leave room for all. */
function binsOf({ lowest, end }: ExponentRange): { from: number; to: number }[] {
  let width = 1;
  while (Math.ceil(end / width) - Math.floor(lowest / width) > most) width *= 2;
  const [first, last] = [Math.floor(lowest / width), Math.ceil(end / width)];
  return Array.from({ length: last - first }, (_, i) => ({
    from: (first + i) * width,
    to: (first + i + 1) * width,
  }));
}

/** How many elements of a histogram a row stands for. */
export function countIn(histogram: Histogram, row: BinRow): number {
  if (row.kind === 'zero') return histogram.zeros;
  if (row.kind === 'invalid') return histogram.notFinite;
  const { lowest, [row.kind]: counts } = histogram;
  let sum = 0;
  for (let exponent = row.from; exponent < row.to; exponent++) {
    sum += counts[exponent - lowest] ?? 0;
  }
  return sum;
}

/** All elements of a histogram, NaN and infinite ones too. */
export function total({ negative, zeros, positive, notFinite }: Histogram): number {
  return [...negative, ...positive].reduce((sum, of) => sum + of, zeros + notFinite);
}

/**
 * The power of two in which the median size lies of what is neither 0 nor NaN nor infinite: its exponent,
 * undefined where there is nothing.
 */
export function medianExponent({ lowest, negative, positive }: Histogram): number | undefined {
  const sizes = positive.map((of, i) => of + (negative[i] ?? 0));
  const half = sizes.reduce((sum, of) => sum + of, 0) / 2;
  let below = 0;
  const index = sizes.findIndex((of) => (below += of) >= half && half > 0);
  return index === -1 ? undefined : lowest + index;
}
