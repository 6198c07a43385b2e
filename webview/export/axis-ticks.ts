import { isShownTick } from '../charts/ticks.ts';
import { symlogTicks } from '../charts/symlog-scale.ts';
import type { XAxis } from '../plots/plot.ts';
import type { Scale } from '../series/scale.ts';

/** At most about this many. */
const most = 6;

/** The values at which a y axis has a tick, ascending. */
export function yTicks(scale: Scale): number[] {
  if (scale.scale === 'symlog') return symlogTicks(scale);
  if (scale.scale === 'linear') return linearTicks(scale.min, scale.max);
  const ticks = logTicks(scale);
  return ticks.length > 1 ? ticks : linearTicks(scale.min, scale.max);
}

/** The same of an x axis, which is linear; an axis of names has one at each. */
export function xTicks({ names, format }: XAxis, [min, max]: readonly [number, number]): number[] {
  if (names === undefined) return linearTicks(min, max, format === 'count' && max - min >= 5);
  const each = Math.ceil(names.length / 12);
  return names.map((_, index) => index).filter((at) => at % each === 0 && at >= min && at <= max);
}

/** Multiples of 1, 2 or 5 times a power of ten. */
export function linearTicks(min: number, max: number, whole = false): number[] {
  const rough = (max - min) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const mantissa = [1, 2, 5, 10].find((of) => of * power >= rough * (1 - 1e-9)) ?? 10;
  const step = whole ? Math.max(mantissa * power, 1) : mantissa * power;
  if (!(step > 0) || !Number.isFinite(step)) return [];
  const first = Math.ceil(min / step - 1e-9);
  const count = Math.floor(max / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(count, 0) }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

function logTicks(scale: Scale): number[] {
  const [from, to] = [Math.floor(Math.log10(scale.min)), Math.ceil(Math.log10(scale.max))];
  const each = Math.max(Math.ceil((to - from) / most), 1);
  const powers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return powers
    .filter((power) => (power - from) % each === 0)
    .flatMap((power) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((of) => Number(`${of}e${power}`)))
    .filter((value) => value >= scale.min && value <= scale.max && isShownTick(value, scale));
}
