import type { JSX } from 'preact';
import { count, message, type Message } from '../../../src/l10n.ts';
import { isFinished } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { slotOf, type Shown } from '../shown.ts';
import { ColourButton } from './colour-button.tsx';
import type { Column } from './columns.ts';
import { Pin } from './pin.tsx';
import type { Row } from './rows.ts';
import { extentOf } from './visibility.ts';
import { VisibilityBox } from './visibility-box.tsx';

interface Props {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly shown: Shown;
}

/** A run or a group: what can be done with it, its name, and a cell a column. */
export function TableRow({ row, columns, shown }: Props): JSX.Element {
  const { choices } = usePage();
  const { runs, name } = row;
  const isHidden = extentOf(new Set(choices.hidden), runs) === 'all';
  const classes = [isHidden && 'is-hidden', row.isMember && 'is-member'].filter(Boolean);
  return (
    <tr role="row" class={classes.join(' ')}>
      <td role="cell" class="run-marks">
        <span>
          <VisibilityBox runs={runs} name={name} />
          <ColourButton runs={runs} name={name} slot={slotOf(shown, runs[0])} />
          <Pin runs={runs} name={name} />
        </span>
      </td>
      {columns.map((column) => (
        <Cell key={column.id} row={row} column={column} />
      ))}
    </tr>
  );
}

function Cell({ row, column }: { readonly row: Row; readonly column: Column }): JSX.Element {
  const { t } = usePage();
  if (column.id === 'name') return <NameCell row={row} />;
  const told = column.told(row);
  const text = told === undefined ? '' : t(told);
  return (
    <td
      role="cell"
      class={column.isNumeric ? 'is-number' : undefined}
      data-label={text === '' ? undefined : t(column.label)}
    >
      {column.id === 'state' && <Trouble row={row} />}
      <bdi>{text}</bdi>
    </td>
  );
}

function NameCell({ row }: { readonly row: Row }): JSX.Element {
  const { t, choices, choose } = usePage();
  const { id, name, isGroup, runs } = row;
  const isUnfolded = choices.unfolded.includes(id);
  const unfolded = isUnfolded
    ? choices.unfolded.filter((other) => other !== id)
    : [...choices.unfolded, id];
  return (
    <th role="rowheader" scope="row" title={name}>
      {isGroup ? (
        <button
          type="button"
          class="run-fold"
          aria-expanded={isUnfolded}
          onClick={() => choose({ unfolded })}
        >
          <Icon name="chevron" />
          <bdi>{name}</bdi>
          <span class="note">{t(seeds(runs.length))}</span>
        </button>
      ) : (
        <bdi>{name}</bdi>
      )}
    </th>
  );
}

/** A sign that something went wrong in a run, and why. */
function Trouble({ row }: { readonly row: Row }): JSX.Element | null {
  const { t } = usePage();
  const run = row.runs.find(({ state }) => state === 'diverged' || state === 'failed');
  const told = row.runs.find(({ state, reason }) => isFinished(state) && reason !== undefined);
  if (run === undefined) return null;
  const reason = told?.reason && t(told.reason);
  return (
    <span class="run-trouble" title={reason}>
      <Icon name="warning" />
      <span class="visually-hidden">{reason}</span>
    </span>
  );
}

const seeds = (some: number): Message =>
  some === 1 ? message('one seed') : message('{count} seeds', { count: count(some) });
