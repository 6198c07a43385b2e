import type { ChartConfiguration, ChartDataset, PointStyle, ScaleOptionsByType } from 'chart.js';
import type { Translator } from '../../src/l10n.ts';
import type { Axis, Plot, PlotPoint, Series } from '../plots/plot.ts';
import type { Theme } from '../theme.ts';
import { isShownTick, tickText } from './ticks.ts';

type LineChart = ChartConfiguration<'line', PlotPoint[]>;

/** One a slot, besides its colour, for those who cannot tell the colours apart. */
export const markers: readonly PointStyle[] = [
  'circle',
  'rectRot',
  'triangle',
  'rect',
  'star',
  'crossRot',
];

/** What chart.js draws of a plot; marks, levels and cursors are the overlay's. */
export function chartData(plot: Plot, theme: Theme): LineChart['data'] {
  return { datasets: plot.series.map((series) => dataset(series, plot, theme)) };
}

export function chartOptions(
  plot: Plot,
  theme: Theme,
  t: Translator,
): NonNullable<LineChart['options']> {
  return {
    parsing: false,
    normalized: true,
    animation: false,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { top: 6, right: 10 } },
    scales: { x: xScale(plot.x, theme, t), y: yScale(plot.y, theme, t) },
  };
}

function dataset(series: Series, plot: Plot, theme: Theme): ChartDataset<'line', PlotPoint[]> {
  const { part, slot, points } = series;
  const colour = (part === 'batch' ? theme.faint : theme.colours)[slot] ?? theme.foreground;
  return {
    data: points.map((point) => (isDrawable(point.y, plot.y) ? point : { ...point, y: NaN })),
    borderColor: colour,
    backgroundColor: colour,
    borderDash: part === 'training' ? [5, 3] : [],
    borderWidth: part === 'main' ? 1.75 : part === 'training' ? 1.25 : 1,
    order: part === 'main' ? 1 : part === 'training' ? 2 : 3,
    pointStyle: markers[slot % markers.length] ?? 'circle',
    pointRadius: part === 'main' ? markerRadii(points, plot, theme) : 0,
    clip: { left: overhang, right: overhang, bottom: overhang, top: 0 },
  };
}

/** What lies over the top is drawn and cut off there; what has no place breaks the line. */
function isDrawable(value: number, { scale }: Axis): boolean {
  return Number.isFinite(value) && (scale === 'linear' || value > 0);
}

const markerRadius = 3.5;
/** So that a marker at the edge is whole; at the top, spikes are cut off. */
const overhang = 6;

/** In high contrast, where colours count less, every epoch of a short run has a small marker too. */
function markerRadii(points: readonly PlotPoint[], { markers }: Plot, theme: Theme): number[] {
  const last = points.findLastIndex(({ y }) => Number.isFinite(y));
  const between = theme.highContrast && points.length < 60 ? 2 : 0;
  return points.map(({ row }, index) => {
    if (markers === 'all' || (markers === 'last' && index === last)) return markerRadius;
    const isFifth = markers === 'every-fifth-row' && row !== undefined && row % 5 === 0;
    return isFifth ? markerRadius : between;
  });
}

type Scale = NonNullable<NonNullable<LineChart['options']>['scales']>[string];

function xScale(axis: Axis, theme: Theme, t: Translator): Scale {
  return {
    type: 'linear',
    min: axis.min,
    max: axis.max,
    title: {
      display: true,
      text: t(axis.title),
      color: theme.description,
      padding: 0,
      font: font(theme),
    },
    grid: { display: false },
    border: { color: theme.grid },
    ticks: { ...ticks(axis, theme, t), maxRotation: 0, autoSkipPadding: 12 },
  };
}

function yScale(axis: Axis, theme: Theme, t: Translator): Scale {
  return {
    type: axis.scale === 'log' ? 'logarithmic' : 'linear',
    min: axis.min,
    max: axis.max,
    grid: { color: theme.grid, tickLength: 0 },
    border: { display: false },
    ticks: { ...ticks(axis, theme, t), maxTicksLimit: 6, padding: 6 },
  };
}

function ticks(
  axis: Axis,
  theme: Theme,
  t: Translator,
): Partial<ScaleOptionsByType<'linear'>['ticks']> {
  return {
    color: theme.description,
    font: font(theme),
    callback: (value) =>
      isShownTick(Number(value), axis) ? tickText(Number(value), axis, t) : null,
    ...(axis.format === 'count' ? { precision: 0 } : {}),
    ...(axis.names === undefined ? {} : { stepSize: 1 }),
  };
}

const font = (theme: Theme): { family: string; size: number } => ({ family: theme.font, size: 11 });
