import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import type { Plot } from '../plots/plot.ts';
import { LineChart } from './line-chart.ts';

interface Canvases {
  readonly lines: RefObject<HTMLCanvasElement | null>;
  readonly over: RefObject<HTMLCanvasElement | null>;
}

/**
 * Keeps a chart of the plot on two canvases, and tells it of every change.
 * @returns the chart, and a number that changes whenever it was drawn
 */
export function usePlotChart(
  plot: Plot,
  { lines, over }: Canvases,
): [RefObject<LineChart | null>, number] {
  const { t, theme, zoom } = usePage();
  const chart = useRef<LineChart>(null);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (lines.current === null || over.current === null) return;
    const onDrawn = (): void => setDrawn((count) => count + 1);
    chart.current = new LineChart(lines.current, over.current, { plot, theme, t }, zoom, onDrawn);
    return () => {
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => chart.current?.show({ plot, theme, t }), [plot, theme, t]);
  return [chart, drawn];
}
