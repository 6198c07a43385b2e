import type { JSX } from 'preact';
import { usePage } from '../context.ts';
import { TableTwin } from '../parts/table-twin.tsx';
import { argText } from '../parts/text.tsx';
import type { Plot } from '../plots/plot.ts';
import { tableOf } from '../plots/words.ts';

/** The plot's table twin; its rows are made only while it is open. */
export function PlotTable({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  return <TableTwin label={t(plot.title)} content={() => <Rows plot={plot} />} />;
}

function Rows({ plot }: { readonly plot: Plot }): JSX.Element {
  const { t } = usePage();
  const { head, rows } = tableOf(plot);
  return (
    <>
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
    </>
  );
}
