import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message, type MessageArg, type Translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { slotsVersion } from '../../run-slots.ts';
import { epochVersion, type Shown } from '../shown.ts';
import {
  bestColumn,
  cursorColumn,
  lastColumn,
  nameColumn,
  stateColumn,
  type Column,
} from './columns.ts';
import type { Measure } from './measures.ts';
import { matches, pinnedFirst, sorted } from './order.ts';
import { rowOf, rowsOf, type Row } from './rows.ts';
import { settingColumns } from './setting-columns.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { Tools } from './tools.tsx';

interface Props {
  readonly shown: Shown;
  readonly measure: Measure;
  readonly measures: readonly Measure[];
  readonly valueAt: ((run: Run) => MessageArg | undefined) | undefined;
}

/** The runs with what they have reached and the settings in which they differ. */
export function RunTable(props: Props): JSX.Element {
  const { t, choices } = usePage();
  const { shown, measure, valueAt } = props;
  const version = `${epochVersion(shown.all)} ${slotsVersion(shown.all)} ${measure.id}`;
  return useMemo(() => {
    const rows = rowsOf(shown.all, t);
    const columns = columnsOf(rows, props, t);
    const listed = shown.all.filter((run) => matches(run, choices.filter, t));
    const order = (some: readonly Row[]): readonly Row[] =>
      pinnedFirst(sorted(some, choices.sort, columns, t), new Set(choices.pinned));
    const title = t(message('Table of the runs'));
    return (
      <div class="runs-table">
        <Tools shown={shown} listed={listed} measure={measure} measures={props.measures} />
        <div class="table-scroll" tabIndex={0} role="region" aria-label={title}>
          <table role="table">
            <TableHead columns={columns} />
            <tbody role="rowgroup">
              {order(rowsOf(listed, t, shown.all)).flatMap((row) =>
                [row, ...membersOf(row, choices.unfolded, order)].map((each) => (
                  <TableRow key={each.id} row={each} columns={columns} shown={shown} />
                )),
              )}
            </tbody>
          </table>
        </div>
      </div>
    );
  }, [version, choices, t, valueAt]);
}

function columnsOf(rows: readonly Row[], { measure, valueAt }: Props, t: Translator): Column[] {
  const values = [
    ...(valueAt === undefined ? [] : [cursorColumn(valueAt)]),
    lastColumn(measure),
    bestColumn(measure),
  ].filter(({ told }) => rows.some((row) => told(row) !== undefined));
  return [nameColumn, stateColumn, ...values, ...settingColumns(rows, t)];
}

/** The runs of an unfolded group. */
function membersOf(
  { id, isGroup, runs }: Row,
  unfolded: readonly string[],
  order: (rows: readonly Row[]) => readonly Row[],
): readonly Row[] {
  return isGroup && unfolded.includes(id) ? order(runs.map((run) => rowOf(run, true))) : [];
}
