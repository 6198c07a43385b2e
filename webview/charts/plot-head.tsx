import type { JSX } from 'preact';
import { message, type MessageArg } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { ExportPlot } from '../export/export-plot.tsx';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { readingsAt } from '../plots/rows.ts';
import { latestValues } from '../plots/words.ts';
import { useStore } from '../use-store.ts';
import { isZoomed, reset } from './move-view.ts';

/** More runs than this have no room in a headline; the runs list and the tooltip have them all. */
const roomFor = 3;

/** The plot's name, its unit, and the value of each run at the cursor, or else the latest. */
export function PlotHead({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  return (
    <figcaption class="plot-head">
      <h3>{t(plot.title)}</h3>
      {plot.unit && <p class="plot-unit">{t(plot.unit)}</p>}
      <div class="plot-side">
        <Zooming plot={plot} />
        <Values plot={plot} />
        <ExportPlot plot={plot} />
      </div>
    </figcaption>
  );
}

function Values({ plot }: { readonly plot: Plot }): JSX.Element | null {
  const { t, cursor } = usePage();
  const x = useStore(cursor, (at) => (at?.link === plot.x.link ? at.x : undefined));
  const values = x === undefined ? latest(plot) : valuesAt(plot, x);
  if (values.length === 0 || values.length > roomFor) return null;
  return (
    <ul class="plot-values">
      {values.map(({ slot, value }, index) => (
        <li key={index}>
          <Swatch slot={slot} />
          {argText(value, t)}
        </li>
      ))}
    </ul>
  );
}

interface Value {
  readonly slot: number;
  readonly value: MessageArg;
}

function latest(plot: Plot): Value[] {
  return plot.showsLatest ? latestValues(plot) : [];
}

function valuesAt(plot: Plot, x: number): Value[] {
  return readingsAt(plot, x).filter(({ part }) => part === 'main');
}

/** The way back from a zoom, and to the newest point. */
function Zooming({ plot }: { readonly plot: Plot }): JSX.Element | null {
  const { t, zoom } = usePage();
  const zoomed = useStore(zoom, (value) => isZoomed(value, plot));
  const follows = useStore(zoom, ({ follow }) => follow);
  if (!zoomed) return null;
  const all = t(message('Show all of {title}', { title: plot.title }));
  const isTraining = plot.now !== undefined && zoom.value.x[plot.x.link] !== undefined;
  return (
    <span class="plot-zooming">
      {isTraining && (
        <button
          type="button"
          class="button compact"
          aria-pressed={follows}
          onClick={() => zoom.set({ ...zoom.value, follow: !follows })}
        >
          {t(message('Follow'))}
        </button>
      )}
      <button
        type="button"
        class="button compact"
        aria-label={all}
        title={all}
        onClick={() => zoom.set(reset(zoom.value, plot))}
      >
        <Icon name="reset" />
      </button>
    </span>
  );
}
