import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { nearestRow, type Row } from '../plots/rows.ts';
import type { Plot } from '../plots/plot.ts';
import { summary } from '../plots/words.ts';
import { PlotHead } from './plot-head.tsx';
import { PlotTable } from './plot-table.tsx';
import { Tooltip } from './tooltip.tsx';
import { useChart } from './use-chart.ts';
import { Text } from '../parts/text.tsx';

interface Props {
  /** Changes whenever what `build` reads has changed; while it stays, nothing is drawn anew. */
  readonly version: string;
  readonly build: () => Plot;
}

/** A plot with its headline, its table twin and the values under the pointer. */
export function PlotView({ version, build }: Props): JSX.Element {
  const plot = useMemo(build, [version]);
  return useMemo(() => <DrawnPlot plot={plot} />, [plot]);
}

function DrawnPlot({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  return (
    <figure class="plot">
      <PlotHead plot={plot} />
      <PlotCanvas plot={plot} label={t(summary(plot))} />
      <div class="plot-notes">
        {plot.notes.map((note) => (
          <p class="note">
            <Text message={note} />
          </p>
        ))}
      </div>
      <PlotTable plot={plot} />
    </figure>
  );
}

function PlotCanvas({ plot, label }: { readonly plot: Plot; readonly label: string }): JSX.Element {
  const { t, theme } = usePage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<Row>();
  const chart = useChart(canvas, { plot, theme, t, cursor: hovered?.x });
  const hover = useCallback(
    (event: PointerEvent) => {
      const x = chart.current?.scales['x']?.getValueForPixel(event.offsetX);
      const row = x === undefined ? undefined : nearestRow(plot, x);
      setHovered((last) => (last?.row === row?.row ? last : row));
    },
    [plot],
  );
  const left = hovered && chart.current?.scales['x']?.getPixelForValue(hovered.x);
  return (
    <div class="plot-canvas" onPointerMove={hover} onPointerLeave={() => setHovered(undefined)}>
      <canvas ref={canvas} role="img" aria-label={label} />
      {hovered && left !== undefined && <Tooltip plot={plot} row={hovered.row} left={left} />}
    </div>
  );
}
