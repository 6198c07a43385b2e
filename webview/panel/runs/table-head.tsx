import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import type { Column } from './columns.ts';
import { sortAfter } from './order.ts';

/** A button a column: the rows in its order, in the other, in their own. */
export function TableHead({ columns }: { readonly columns: readonly Column[] }): JSX.Element {
  const { t } = usePage();
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="run-marks">
          <span class="visually-hidden">{t(message('Shown, colour, pinned'))}</span>
        </th>
        {columns.map((column) => (
          <Head key={column.id} column={column} />
        ))}
      </tr>
    </thead>
  );
}

function Head({ column }: { readonly column: Column }): JSX.Element {
  const { t, choices, choose } = usePage();
  const { sort } = choices;
  const order = sort?.by !== column.id ? undefined : sort.descending ? 'descending' : 'ascending';
  return (
    <th
      role="columnheader"
      scope="col"
      class={column.isNumeric ? 'is-number' : undefined}
      aria-sort={order ?? 'none'}
    >
      <button type="button" onClick={() => choose({ sort: sortAfter(sort, column) })}>
        {t(column.label)}
        <span aria-hidden="true">{order && (order === 'descending' ? ' ↓' : ' ↑')}</span>
      </button>
    </th>
  );
}
