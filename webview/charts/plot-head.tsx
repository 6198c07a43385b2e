import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { argText } from '../parts/text.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Plot } from '../plots/plot.ts';
import { latestValues } from '../plots/words.ts';

/** More runs than this have no room in a headline; the legend and the tooltip have them all. */
const roomFor = 3;

/** The plot's name, and at the right its unit and the latest value of each run. */
export function PlotHead({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  const values = plot.showsLatest ? latestValues(plot) : [];
  return (
    <figcaption class="plot-head">
      <h3>{t(plot.title)}</h3>
      {plot.unit && <p class="plot-unit">{t(plot.unit)}</p>}
      {values.length > 0 && values.length <= roomFor && (
        <ul class="plot-values">
          {values.map(({ slot, value }, index) => (
            <li key={index}>
              <Swatch slot={slot} />
              {argText(value, t)}
            </li>
          ))}
        </ul>
      )}
    </figcaption>
  );
}
