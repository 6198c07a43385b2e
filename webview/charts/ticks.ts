import type { Translator } from '../../src/l10n.ts';
import type { Axis, XAxis } from '../plots/plot.ts';
import type { Scale } from '../series/scale.ts';

/** Log axes get a tick at each power of ten, and at 2 and 5 where they span little. */
export function isShownTick(value: number, { scale, min, max }: Scale): boolean {
  if (scale !== 'log') return true;
  const mantissa = rounded(value / 10 ** Math.floor(Math.log10(value) + 1e-9));
  if (max / min < 10) return true;
  const isWide = max / min > 200;
  return mantissa === 1 || (!isWide && (mantissa === 2 || mantissa === 5));
}

/** @param span of what is shown of the axis: the narrower, the more digits */
export function tickText(
  value: number,
  axis: Axis & Pick<XAxis, 'names'>,
  t: Translator,
  span: number,
): string {
  if (axis.names !== undefined) return axis.names[value] ?? '';
  switch (axis.format) {
    case 'clock':
      return clockText(value, t.locale, span);
    case 'wholePercent':
    case 'percent':
      return t.number(value, {
        style: 'percent',
        maximumFractionDigits: digitsFor(100 * span),
      });
    case 'count':
      return t.number(value, { maximumFractionDigits: digitsFor(span) });
    default:
      return t.figure(rounded(value), axis.format);
  }
}

/** So that the ticks of a narrow axis differ. */
function digitsFor(span: number): number {
  return span >= 5 || !(span > 0) ? 0 : Math.min(Math.ceil(-Math.log10(span)) + 1, 10);
}

/** @param value seconds since 1970 */
function clockText(value: number, locale: string, span: number): string {
  const day = { month: 'numeric', day: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  const options =
    span > 86_400
      ? { ...day, ...time }
      : span > 300
        ? time
        : { ...time, second: '2-digit' as const };
  return new Intl.DateTimeFormat(locale, options).format(value * 1000);
}

/** 0.30000000000000004, as chart.js adds up its ticks, is 0.3. */
const rounded = (value: number): number => Number(value.toPrecision(10));
