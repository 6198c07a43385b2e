import type { ChartConfiguration, ScaleOptionsByType } from 'chart.js';
import type { Translator } from '../../src/l10n.ts';
import type { Plot, XAxis, YAxis } from '../plots/plot.ts';
import type { Theme } from '../theme.ts';
import { isShownTick, tickText } from './ticks.ts';
import type { View } from './view.ts';

type Options = NonNullable<ChartConfiguration<'line', never[]>['options']>;

/** What chart.js draws of a plot: its axes. The lines are ours (`paint.ts`). */
export function chartOptions(plot: Plot, view: View, theme: Theme, t: Translator): Options {
  return {
    parsing: false,
    normalized: true,
    animation: false,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { top: 6, right: 10 } },
    scales: { x: xScale(plot.x, view, theme, t), y: yScale(plot.y, view, theme, t) },
  };
}

type Scale = NonNullable<Options['scales']>[string];

function xScale(axis: XAxis, { x: [min, max] }: View, theme: Theme, t: Translator): Scale {
  const span = max - min;
  const isWhole = axis.format === 'count' && (span >= 5 || axis.names !== undefined);
  return {
    type: 'linear',
    min,
    max,
    title: {
      display: true,
      text: t(axis.title),
      color: theme.description,
      padding: 0,
      font: font(theme),
    },
    grid: { display: false },
    border: { color: theme.grid },
    ticks: {
      color: theme.description,
      font: font(theme),
      callback: (value) => tickText(Number(value), axis, t, span),
      includeBounds: min === axis.min && max === axis.max,
      maxRotation: 0,
      autoSkipPadding: 12,
      ...(isWhole ? { precision: 0 } : {}),
      ...(axis.names === undefined ? {} : { stepSize: 1 }),
    },
  };
}

function yScale(axis: YAxis, { y }: View, theme: Theme, t: Translator): Scale {
  const common = {
    min: y.min,
    max: y.max,
    grid: { color: theme.grid, tickLength: 0 },
    border: { display: false },
    ...(axis.room !== undefined && { afterFit: fitTo(axis.room) }),
    ticks: yTicks(axis, { y }, theme, t),
  };
  switch (axis.scale) {
    case 'linear':
      return { type: 'linear', ...common };
    case 'log':
      return { type: 'logarithmic', ...common };
    case 'symlog':
      return { type: 'symlog', threshold: y.threshold ?? 1, ...common };
  }
}

const fitTo =
  (room: number) =>
  (scale: { width: number }): void => {
    scale.width = room;
  };

function yTicks(
  axis: YAxis,
  { y }: Pick<View, 'y'>,
  theme: Theme,
  t: Translator,
): Partial<ScaleOptionsByType<'linear'>['ticks']> {
  const span = y.max - y.min;
  return {
    color: theme.description,
    font: font(theme),
    padding: 6,
    maxTicksLimit: 6,
    includeBounds: y.min === axis.min && y.max === axis.max,
    callback: (value) =>
      isShownTick(Number(value), y) ? tickText(Number(value), axis, t, span) : null,
  };
}

const font = (theme: Theme): { family: string; size: number } => ({ family: theme.font, size: 11 });
