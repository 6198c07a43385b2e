import { useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { Text } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { summary } from '../plots/words.ts';
import { PlotCanvas, type PlotOver } from './plot-canvas.tsx';
import { PlotHead } from './plot-head.tsx';
import { PlotTable } from './plot-table.tsx';

interface Props {
  /** Changes whenever what `build` reads has changed; while it stays, nothing is drawn anew. */
  readonly version: string;
  readonly build: () => Plot;
  /** Laid over the lines; the same function while it draws the same. */
  readonly over?: PlotOver;
  /** Where a click asks for; for plots whose lines are of no run. */
  readonly onPick?: (x: number) => void;
}

/** A plot with its headline, its table twin and the values under the pointer. */
export function PlotView({ version, build, over, onPick }: Props): JSX.Element {
  const plot = useMemo(build, [version]);
  return useMemo(() => <DrawnPlot plot={plot} over={over} onPick={onPick} />, [plot, over, onPick]);
}

interface Drawn {
  readonly plot: Plot;
  readonly over: PlotOver | undefined;
  readonly onPick: ((x: number) => void) | undefined;
}

function DrawnPlot({ plot, over, onPick }: Drawn): JSX.Element {
  const { t } = usePage();
  return (
    <figure class="plot">
      <PlotHead plot={plot} />
      <PlotCanvas plot={plot} label={t(summary(plot))} over={over} onPick={onPick} />
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
