import { message, type Message, type MessageArg } from '../../src/l10n.ts';
import { nearest, pointAt, read, rowAt } from '../series/trace.ts';
import { stepName } from './names.ts';
import type { Plot, Series, SeriesPart } from './plot.ts';
import { figureOf } from './words.ts';

/** Where the cursor of linked plots stands. */
export interface Cursor {
  /** See `XAxis.link`. */
  readonly link: string;
  readonly x: number;
}

/** The point of any line that is drawn nearest to `x`: its x. */
export function snapped({ series }: Plot, x: number): number | undefined {
  let found: number | undefined;
  for (const { trace } of series) {
    const index = nearest(trace, x);
    const at = index === undefined ? undefined : read(trace.xs, index);
    if (at === undefined) continue;
    if (found === undefined || Math.abs(at - x) < Math.abs(found - x)) found = at;
  }
  return found;
}

/** What one line shows where the cursor is. */
export interface Reading {
  readonly label: MessageArg;
  readonly slot: number;
  readonly part: SeriesPart;
  readonly value: MessageArg;
  /** What was measured there: "epoch 12", "step 840". */
  readonly at: Message | undefined;
  readonly x: number;
  readonly y: number;
  /** For a click that asks what happened there. */
  readonly runId: string | undefined;
  readonly step: number | undefined;
}

/** Of every line the point nearest to `x`. */
export function readingsAt(plot: Plot, x: number): Reading[] {
  return plot.series.flatMap((series) => {
    const index = nearest(series.trace, x);
    return index === undefined ? [] : [reading(plot, series, index)];
  });
}

function reading(plot: Plot, series: Series, index: number): Reading {
  const { label, slot, part, trace, smoothed, runId, steps } = series;
  const { x, y } = pointAt(trace, index);
  const row = rowAt(trace, index);
  const step = steps?.[index];
  const name = row === undefined ? undefined : plot.rowName(row);
  const shown = smoothed === undefined ? y : read(smoothed.ys, index);
  return {
    label,
    slot,
    part,
    value: valueOf(plot, series, index),
    at: name ?? (step === undefined ? undefined : stepName(step)),
    x,
    y: shown,
    runId,
    step,
  };
}

/** A value as it is read, with what the band spans there. */
function valueOf({ y }: Plot, { trace, band }: Series, index: number): MessageArg {
  const value = figureOf(read(trace.ys, index), y);
  if (band === undefined) return value;
  const low = figureOf(read(band.lower.ys, index), y);
  const high = figureOf(read(band.upper.ys, index), y);
  return message('{value}, from {low} to {high}', { value, low, high });
}

/** The point of a run whose line is nearest on the canvas; undefined if none is within reach. */
export function pointNear(
  readings: readonly Reading[],
  distance: (reading: Reading) => number,
  reach: number,
): Reading | undefined {
  let found: Reading | undefined;
  let least = reach;
  for (const reading of readings) {
    const away = distance(reading);
    if (reading.runId === undefined || reading.step === undefined || !(away < least)) continue;
    found = reading;
    least = away;
  }
  return found;
}
