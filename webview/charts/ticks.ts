import type { Translator } from '../../src/l10n.ts';
import type { Axis } from '../plots/plot.ts';

/** Log axes get a tick at each power of ten, and at 2 and 5 where they span little. */
export function isShownTick(value: number, { scale, min, max }: Axis): boolean {
  if (scale === 'linear') return true;
  const mantissa = rounded(value / 10 ** Math.floor(Math.log10(value) + 1e-9));
  const isWide = max / min > 200;
  return mantissa === 1 || (!isWide && (mantissa === 2 || mantissa === 5));
}

export function tickText(value: number, axis: Axis, t: Translator): string {
  if (axis.names !== undefined) return axis.names[value] ?? '';
  if (axis.format !== 'wholePercent') return t.figure(rounded(value), axis.format);
  const percent = new Intl.NumberFormat(t.locale, { style: 'percent', maximumFractionDigits: 0 });
  return percent.format(value);
}

/** 0.30000000000000004, as chart.js adds up its ticks, is 0.3. */
const rounded = (value: number): number => Number(value.toPrecision(10));
