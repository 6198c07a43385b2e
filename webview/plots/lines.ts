import { deviationOf } from '../../src/insight/statistics/moments.ts';
import { grouped } from '../../src/grouped.ts';
import { count, message, type Message, type MessageArg } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { nameWithoutSeed } from '../../src/run/seed-groups.ts';
import type { SeedStyle } from '../choices.ts';
import { traceOf, type Point } from '../series/trace.ts';
import type { Slot } from '../run-slots.ts';
import { slotIn, type Drawing } from './drawing.ts';
import type { Band } from './plot.ts';

/** One line of a plot: a run, or the runs of one experiment that differ in their seed. */
export interface Line {
  readonly name: MessageArg;
  readonly slot: Slot;
  readonly runs: readonly [Run, ...Run[]];
}

/** The runs as they are drawn: by themselves, or those of a group as one. */
export function linesOf(drawing: Drawing, runs = drawing.runs): Line[] {
  const lines = grouped(runs, ({ identity: { id, group } }) =>
    drawing.seeds === 'each' ? id : (group ?? id),
  );
  return [...lines.values()].map((members) => ({
    name: nameOf(members),
    slot: slotIn(drawing, members[0]),
    runs: members,
  }));
}

function nameOf([first, ...others]: readonly [Run, ...Run[]]): MessageArg {
  const { name } = first.identity;
  if (others.length === 0) return name;
  const size = count(others.length + 1);
  return message('{experiment}, mean of {count} seeds', {
    experiment: nameWithoutSeed(first.identity),
    count: size,
  });
}

/** Of the same rows of several runs: the mean, and what they span around it. */
export function meanOf(
  members: readonly (readonly Point[])[],
  style: SeedStyle,
): { mean: readonly Point[]; band: Band } {
  const told = [...grouped(members.flat().filter(hasRow), ({ row }) => row)]
    .sort(([a], [b]) => a - b)
    .map(([row, of]) => spanOf(row, of, style));
  return {
    mean: told.map(({ mean }) => mean),
    band: {
      lower: traceOf(told.map(({ mean, lower }) => ({ ...mean, y: lower }))),
      upper: traceOf(told.map(({ mean, upper }) => ({ ...mean, y: upper }))),
    },
  };
}

function hasRow(point: Point): point is Point & { readonly row: number } {
  return point.row !== undefined;
}

/** ± the sample standard deviation, or from the least to the largest; NaN if any value is. */
function spanOf(
  row: number,
  points: readonly Point[],
  style: SeedStyle,
): { mean: Point; lower: number; upper: number } {
  const n = points.length;
  const average = (of: (point: Point) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / n;
  const y = average((point) => point.y);
  const mean = { x: average((point) => point.x), y, row };
  const ys = points.map((point) => point.y);
  if (style === 'range') return { mean, lower: Math.min(...ys), upper: Math.max(...ys) };
  const deviation = n > 1 ? deviationOf(ys) : 0;
  return { mean, lower: y - deviation, upper: y + deviation };
}

export const validationOf = (name: MessageArg): Message =>
  message('{run}, validation', { run: name });

export const trainingOf = (name: MessageArg): Message => message('{run}, training', { run: name });
