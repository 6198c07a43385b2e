import { marginHistogram, type MarginHistogram } from '../../src/insight/lens/margin-histogram.ts';
import { count, message, ratio, type Message } from '../../src/l10n.ts';
import type { Slot } from '../run-slots.ts';
import { traceOf } from '../series/trace.ts';
import type { Plot, Series, YAxis } from './plot.ts';
import { marginAxis, marginRoom, reach } from './pull.ts';

/** In logits. */
const binWidth = 0.5;

/** Of one run at one epoch. */
export interface RunMargins {
  readonly name: string;
  readonly slot: Slot;
  readonly margins: Float64Array;
}

/** How many of each run's validation examples lie at which margin, on the x axis of the loss curves. */
export function marginHistogramPlot(runs: readonly RunMargins[]): Plot {
  const counted = runs.map((run) => ({ run, of: marginHistogram(run.margins, reach, binWidth) }));
  const most = Math.max(1, ...counted.flatMap(({ of }) => of.counts));
  return {
    key: 'margins',
    title: message('Where the examples lie'),
    notes: counted.flatMap(({ run, of }) => notesOf(run.name, of)),
    x: marginAxis,
    y: countAxis(most),
    series: counted.map(({ run, of }, i) => barsOf(run, of, i, runs.length)),
    levels: [],
    now: undefined,
    showsLatest: false,
    markers: 'last',
    rowName: binName,
  };
}

/** From half of one, so that a single example has a bar. */
function countAxis(most: number): YAxis {
  const max = 10 ** Math.ceil(Math.log10(1.2 * most));
  return {
    title: message('examples'),
    scale: 'log',
    format: 'count',
    room: marginRoom,
    min: 0.5,
    max,
  };
}

/** Beside those of the other runs, in the room that a bin has. */
function barsOf(
  { name, slot }: RunMargins,
  { counts }: MarginHistogram,
  index: number,
  runs: number,
): Series {
  const room = 0.86 * binWidth;
  const from = -room / 2 + (index * room) / runs;
  return {
    label: name,
    slot,
    part: 'main',
    trace: traceOf(counts.map((y, bin) => ({ x: (bin + 0.5) * binWidth - reach, y, row: bin }))),
    marks: [],
    bars: { from, to: from + room / runs },
  };
}

function binName(bin: number): Message {
  const from = ratio(bin * binWidth - reach);
  const to = ratio((bin + 1) * binWidth - reach);
  if (bin === 0) return message('margin below {to}', { to });
  if (bin === Math.round((2 * reach) / binWidth) - 1)
    return message('margin of {from} and more', { from });
  return message('margin {from} to {to}', { from, to });
}

/** What a bar at the edge holds besides, and what has no bar. */
function notesOf(name: string, { below, above, invalid }: MarginHistogram): Message[] {
  const edges =
    below + above === 0
      ? []
      : [
          message('{run}: the outermost bars hold {below} below {low} and {above} above {high}.', {
            run: name,
            below: count(below),
            above: count(above),
            low: ratio(-reach),
            high: ratio(reach),
          }),
        ];
  const none = message('{run}: {count} examples have no margin, since a logit is NaN.', {
    run: name,
    count: count(invalid),
  });
  return invalid > 0 ? [...edges, none] : edges;
}
