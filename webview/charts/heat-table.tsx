import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { usePage } from '../context.ts';
import { TableTwin } from '../parts/table-twin.tsx';
import { measuredColumns, type HeatMap } from '../plots/heat-map.ts';
import { columnName, heatTitle } from '../plots/heat-words.ts';

/** A map's table twin: a row an epoch, a column a row of the map; no epoch is folded into another. */
export function HeatTable({ map }: { readonly map: HeatMap }): JSX.Element {
  const { t } = usePage();
  return useMemo(
    () => <TableTwin label={t(heatTitle(map))} content={() => <Rows map={map} />} />,
    [map, t],
  );
}

function Rows({ map }: { readonly map: HeatMap }): JSX.Element {
  const { t } = usePage();
  const { entries } = map.rows;
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t(map.columns.title)}</th>
          {entries.map(({ name }, row) => (
            <th key={row} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measuredColumns(map).map((column) => (
          <tr key={column}>
            <th scope="row">{t(columnName(map, column))}</th>
            {entries.map((_, row) => (
              <td key={row}>{t(map.tell(row, column))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}
