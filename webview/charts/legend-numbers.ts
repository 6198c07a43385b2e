import type { Translator } from '../../src/l10n.ts';
import { legendTicks, paintOf, type ColourScale } from '../plots/colour-scale.ts';
import { tickText } from './ticks.ts';

export interface LegendNumber {
  /** On the ramp, in 0..1. */
  readonly place: number;
  readonly text: string;
}

/** The numbers that stand along the ramp of a scale. */
export function legendNumbers(scale: ColourScale, t: Translator): LegendNumber[] {
  const format = scale.format === 'percent' ? 'wholePercent' : scale.format;
  const axis = { ...scale, scale: scale.kind, format } as const;
  return legendTicks(scale).map((value) => ({
    place: Number(paintOf(value, scale)),
    text: tickText(value, axis, t, scale.max - scale.min),
  }));
}
