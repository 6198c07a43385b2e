/** How values are spread over an axis. */
export type ScaleKind = 'linear' | 'log' | 'symlog';

export interface Scale {
  readonly scale: ScaleKind;
  readonly min: number;
  readonly max: number;
  /** Of a symmetric logarithmic axis: values nearer to 0 than this are spread evenly. Above 0. */
  readonly threshold?: number;
}

/**
 * Spread so that equal distances are equal steps on the axis. A symmetric logarithm is
 * sign(v) · log₁₀(1 + |v| / c): linear near 0, logarithmic far from it, for either sign, with the
 * threshold c between (Webber 2013, "A bi-symmetric log transformation for wide-range data").
 * NaN or −Infinity for what has no place on a logarithmic axis.
 */
export function spread({
  scale,
  threshold = 1,
}: Omit<Scale, 'min' | 'max'>): (value: number) => number {
  switch (scale) {
    case 'linear':
      return (value) => value;
    case 'log':
      return (value) => (value > 0 ? Math.log10(value) : NaN);
    case 'symlog':
      return (value) => Math.sign(value) * Math.log10(1 + Math.abs(value) / threshold);
  }
}

/** The way back. */
export function unspread({
  scale,
  threshold = 1,
}: Omit<Scale, 'min' | 'max'>): (place: number) => number {
  switch (scale) {
    case 'linear':
      return (place) => place;
    case 'log':
      return (place) => 10 ** place;
    case 'symlog':
      return (place) => Math.sign(place) * threshold * (10 ** Math.abs(place) - 1);
  }
}

/** From a value to where it lies between `min`, 0, and `max`, 1. */
export function shareOf(scale: Scale): (value: number) => number {
  const place = spread(scale);
  const [low, high] = [place(scale.min), place(scale.max)];
  return (value) => (place(value) - low) / (high - low);
}

/** From a share of the axis to the value there. */
export function valueAt(scale: Scale): (share: number) => number {
  const [place, back] = [spread(scale), unspread(scale)];
  const [low, high] = [place(scale.min), place(scale.max)];
  return (share) => back(low + share * (high - low));
}
