import type { FigureFormat, Message } from '../../src/l10n.ts';
import { extentOfValues, logRange } from './range.ts';

/** How values become colours: a place on a ramp from the least colour to the strongest. */
export interface ColourScale {
  readonly title: Message;
  readonly kind: 'log' | 'linear';
  readonly min: number;
  readonly max: number;
  readonly format: FigureFormat;
  /** What a 0 is on a log scale: a value with a sign of its own, or nothing to see. */
  readonly zeros: 'marked' | 'empty';
}

/** A place on the ramp in 0..1, or what has none. */
export type Paint = number | 'above' | 'below' | 'zero' | 'invalid' | 'empty';

/** `undefined` is what was not measured. */
export function paintOf(value: number | undefined, scale: ColourScale): Paint {
  if (value === undefined) return 'empty';
  if (!Number.isFinite(value)) return 'invalid';
  if (value === 0 && scale.kind === 'log') return scale.zeros === 'marked' ? 'zero' : 'empty';
  if (value > scale.max) return 'above';
  if (value < scale.min) return 'below';
  return place(value, scale);
}

function place(value: number, { kind, min, max }: ColourScale): number {
  if (kind === 'linear') return (value - min) / (max - min);
  return Math.log(value / min) / Math.log(max / min);
}

/** Numbers for a legend: quarters of a linear scale; a log scale's powers of ten, and 2 and 5 where those are few. */
export function legendTicks({ kind, min, max }: ColourScale): number[] {
  if (kind === 'linear') return [0, 0.25, 0.5, 0.75, 1].map((part) => min + part * (max - min));
  const [first, last] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))];
  const every = Math.max(1, Math.ceil((last - first) / 5));
  const mantissas = last - first > 2 ? ['1'] : ['1', '2', '5'];
  const slack = 1 + 1e-9;
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => first + i * every)
    .flatMap((power) => mantissas.map((mantissa) => Number(`${mantissa}e${power}`)))
    .filter((value) => value * slack >= min && value <= max * slack)
    .map((value) => Math.min(max, Math.max(min, value)));
}

/** Of all that is positive and finite, in decades cut at 2 and 5. */
export function logScale(
  values: readonly number[],
  rest: Pick<ColourScale, 'title' | 'format' | 'zeros'>,
): ColourScale {
  return { kind: 'log', ...logRange(extentOfValues(values)), ...rest };
}
