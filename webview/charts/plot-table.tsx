import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { tableOf } from '../plots/words.ts';

/** The plot's table twin; its rows are made only while it is open. */
export function PlotTable({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  return (
    <details class="plot-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(message('Show as table'))}</summary>
      {open && <Rows plot={plot} />}
    </details>
  );
}

function Rows({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  const { head, rows } = tableOf(plot);
  return (
    <div class="table-scroll" tabIndex={0} role="region" aria-label={t(plot.title)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(plot.x.title)}</th>
            {head.map((label) => (
              <th scope="col">{argText(label, t)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr>
              <th scope="row">{t(name)}</th>
              {cells.map((cell) => (
                <td>{cell === undefined ? '–' : argText(cell, t)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
