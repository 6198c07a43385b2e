import type { JSX } from 'preact';
import type { Summary } from '../../src/insight/lens/summary.ts';
import { count, message, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { TableRegion } from '../parts/table-region.tsx';

export interface SummaryRow {
  readonly name: Message;
  /** What it is a row of; null for one that stands by itself. */
  readonly group: Message | null;
  readonly summary: Summary;
  /** What every number is multiplied with. */
  readonly factor: number;
}

interface Props {
  /** Of the run. */
  readonly name: string;
  readonly rows: readonly SummaryRow[];
}

/** Mean and quartiles of p of the label, of each loss and of each pull. */
export function SummaryTable({ name, rows }: Props): JSX.Element {
  const { t } = usePage();
  const invalid = Math.max(...rows.map(({ summary }) => summary.invalid));
  const label = t(message('Mean and quartiles of {run}', { run: name }));
  return (
    <>
      <TableRegion label={label}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t(message('mean'))}</th>
            <th scope="col">{t(message('lower quartile'))}</th>
            <th scope="col">{t(message('median'))}</th>
            <th scope="col">{t(message('upper quartile'))}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={i} row={row} isFirst={row.group?.text !== rows[i - 1]?.group?.text} />
          ))}
        </tbody>
      </TableRegion>
      {invalid > 0 && (
        <p class="note">
          {t(message('Left out, since not finite: {count} at most.', { count: count(invalid) }))}
        </p>
      )}
    </>
  );
}

/** The first of a group has the group's name above it. */
function Row({
  row,
  isFirst,
}: {
  readonly row: SummaryRow;
  readonly isFirst: boolean;
}): JSX.Element {
  const { t } = usePage();
  const { name, group, summary, factor } = row;
  const { mean, lower, median, upper } = summary;
  return (
    <>
      {group && isFirst && (
        <tr>
          <th class="row-group" scope="rowgroup" colSpan={5}>
            {t(group)}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">{t(name)}</th>
        {[mean, lower, median, upper].map((value, i) => (
          <td key={i}>{t.figure(Number((factor * value).toPrecision(2)), 'ratio')}</td>
        ))}
      </tr>
    </>
  );
}
