import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PlotPoint } from '../plots/plot.ts';
import { chartData, chartOptions } from './chart-config.ts';
import { overlay, type Shown } from './overlay.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

type LineChart = Chart<'line', PlotPoint[]>;

/** Keeps a chart.js chart on the canvas and redraws it only when what it shows has changed. */
export function useChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  shown: Shown,
): RefObject<LineChart | null> {
  const chart = useRef<LineChart>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const { plot, theme, t, cursor } = shown;
  useEffect(() => {
    if (canvas.current === null) return;
    chart.current = createChart(canvas.current, () => latest.current);
    return () => {
      chart.current?.destroy();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    if (chart.current === null) return;
    chart.current.data = chartData(plot, theme);
    chart.current.options = chartOptions(plot, theme, t);
    chart.current.update('none');
  }, [plot, theme, t]);
  useEffect(() => chart.current?.draw(), [cursor]);
  return chart;
}

function createChart(canvas: HTMLCanvasElement, shown: () => Shown): LineChart {
  const { plot, theme, t } = shown();
  return new Chart(canvas, {
    type: 'line',
    data: chartData(plot, theme),
    options: chartOptions(plot, theme, t),
    plugins: [overlay(shown)],
  });
}
