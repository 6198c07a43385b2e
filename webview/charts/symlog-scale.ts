import { Scale, type CoreScaleOptions, type Tick } from 'chart.js';
import { shareOf, valueAt, type Scale as Spread } from '../series/scale.ts';

declare module 'chart.js' {
  interface CartesianScaleTypeRegistry {
    symlog: { options: CoreScaleOptions & { min: number; max: number; threshold: number } };
  }
}

type Options = CoreScaleOptions & { min: number; max: number; threshold: number };

/** A symmetric logarithmic axis for chart.js: linear up to a threshold, logarithmic beyond, for both signs. */
export class SymlogScale extends Scale<Options> {
  static id = 'symlog';

  override determineDataLimits(): void {
    this.min = this.options.min;
    this.max = this.options.max;
  }

  override buildTicks(): Tick[] {
    return symlogTicks(this.#spread).map((value) => ({ value }));
  }

  override getPixelForValue(value: number): number {
    return this.getPixelForDecimal(shareOf(this.#spread)(value));
  }

  override getValueForPixel(pixel: number): number {
    return valueAt(this.#spread)(this.getDecimalForPixel(pixel));
  }

  get #spread(): Spread {
    return { scale: 'symlog', min: this.min, max: this.max, threshold: this.options.threshold };
  }
}

/** As many as have room. */
const most = 6;

/** 0 and the powers of ten of either sign from the threshold on, thinned evenly; ascending. */
export function symlogTicks({ min, max, threshold = 1 }: Spread): number[] {
  const decades = (limit: number): number[] => {
    const from = Math.round(Math.log10(threshold));
    const count = Math.floor(Math.log10(limit) + 1e-9) - from + 1;
    const each = Math.max(Math.ceil(count / (most / 2)), 1);
    return Array.from({ length: Math.max(count, 0) }, (_, i) => Number(`1e${from + i}`)).filter(
      (_, i) => (count - 1 - i) % each === 0,
    );
  };
  const positive = max > 0 ? decades(max).filter((value) => value >= min) : [];
  const negative = min < 0 ? decades(-min).filter((value) => -value <= max) : [];
  const zero = min <= 0 && max >= 0 ? [0] : [];
  return [...negative.map((value) => -value).reverse(), ...zero, ...positive];
}
