import { losses } from '../../src/experiment/losses/catalogue.ts';
import type { LossSpec } from '../../src/experiment/losses/loss-spec.ts';
import { reductionFactor } from '../../src/experiment/losses/loss.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { pullOverMargins, type Pull } from '../../src/insight/pull.ts';
import { message, ratio, type Message } from '../../src/l10n.ts';
import type { PullScale } from '../choices.ts';
import { pointsOf, traceOf } from '../series/trace.ts';
import type { Plot, Series, XAxis, YAxis } from './plot.ts';
import { linearRange, union } from './range.ts';
import { extentOf } from '../series/outline.ts';

/** How far the axis goes either way. */
export const reach = 10;
const perUnit = 8;
const margins = Array.from({ length: 2 * reach * perUnit + 1 }, (_, i) => i / perUnit - reach);

/** Of the figures of y. */
export const marginRoom = 48;

export const marginAxis: XAxis = {
  title: message('margin'),
  link: 'margin',
  min: -reach,
  max: reach,
  format: 'count',
};

export const marginName = (margin: number): Message =>
  message('margin {margin}', { margin: ratio(margin) });

/** A loss to draw, as it trains. */
export interface DrawnLoss {
  readonly spec: LossSpec;
  readonly slot: number;
}

/** The size of each loss's gradient at the logits over the margin of an example. */
export function pullPlot(drawn: readonly DrawnLoss[], classes: number, scale: PullScale): Plot {
  const title = message('Pull on the logits, ‖∂L/∂z‖');
  return marginPlot(
    'pull',
    title,
    message('gradient norm'),
    drawn,
    classes,
    scale,
    ({ norm }) => norm,
  );
}

/** Each loss's value over the margin. */
export function valuePlot(drawn: readonly DrawnLoss[], classes: number, scale: PullScale): Plot {
  const title = message('Loss over the margin');
  return marginPlot('value', title, message('loss'), drawn, classes, scale, ({ value }) => value);
}

function marginPlot(
  key: string,
  title: Message,
  yTitle: Message,
  drawn: readonly DrawnLoss[],
  classes: number,
  scale: PullScale,
  read: (pull: Pull) => number,
): Plot {
  const series = drawn.flatMap((loss) => marginSeries(loss, classes, scale, read));
  const y = yAxis(yTitle, series);
  return {
    key,
    title,
    notes: leavingNotes(series, y),
    x: marginAxis,
    y,
    series: series.map(({ line }) => line),
    levels: [],
    now: undefined,
    showsLatest: false,
    markers: 'every-fifth-row',
    rowName: marginName,
  };
}

/** A line, and whether it stays within what the others need. */
interface MarginSeries {
  readonly line: Series;
  readonly isBounded: boolean;
}

/** None for a loss of whole regions or batches, of which one label has no share of its own. */
function marginSeries(
  { spec, slot }: DrawnLoss,
  classes: number,
  scale: PullScale,
  read: (pull: Pull) => number,
): MarginSeries[] {
  const loss = losses[spec.name];
  if (loss.scope !== 'label') return [];
  const factor = scale === 'trained' ? reductionFactor(spec.reduction, classes) : 1;
  const points = pullOverMargins(loss, spec.parameters, classes, margins).map((pull) => ({
    x: pull.margin,
    y: factor * read(pull),
    ...(Number.isInteger(pull.margin) ? { row: pull.margin } : {}),
  }));
  const line: Series = {
    label: lossLabel(spec),
    slot,
    part: 'main',
    trace: traceOf(points),
    marks: [],
  };
  return [{ line, isBounded: loss.activation !== 'linear' }];
}

/** The linear output's squared error has no bound and would flatten the others. */
function yAxis(title: Message, series: readonly MarginSeries[]): YAxis {
  const bounded = series.filter(({ isBounded }) => isBounded);
  const shown = bounded.length > 0 ? bounded : series;
  const range = linearRange(union(shown.map(({ line }) => extentOf(line.trace))));
  return { title, scale: 'linear', format: 'ratio', room: marginRoom, ...range };
}

function leavingNotes(series: readonly MarginSeries[], y: YAxis): Message[] {
  return series.flatMap(({ line: { label, trace } }) => {
    const [first] = pointsOf(trace);
    if (first === undefined || first.y <= y.max) return [];
    const reading = { loss: label, value: ratio(first.y), margin: ratio(first.x) };
    return [message('{loss} leaves the plot: {value} at margin {margin}.', reading)];
  });
}
