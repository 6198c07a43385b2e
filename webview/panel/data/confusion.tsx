import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { message } from '../../../src/l10n.ts';
import { confusionRows } from '../../../src/run/class-figures.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { argText } from '../../parts/text.tsx';
import { Swatch } from '../../parts/swatch.tsx';
import { slotOf } from '../shown.ts';
import { cellAfter, type Cell } from './cell-after.ts';
import { ConfusionCell } from './confusion-cell.tsx';
import type { DataGroup } from './data-group.ts';

interface Props {
  readonly run: Run;
  readonly group: DataGroup;
}

/**
 * One run's confusion matrix as a table whose cells are the darker the larger their share. Of its cells
 * one is reached by Tab, and the others from there by the arrows.
 */
export function Confusion({ run, group }: Props): JSX.Element {
  const { t } = usePage();
  const names = group.classNames.map((name) => argText(name, t));
  const rows = confusionRows(run);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = cellAfter(at, event.key, rows.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    const id = `${next.row} ${next.column}`;
    table.current?.querySelector<HTMLElement>(`[data-cell="${id}"]`)?.focus();
  };
  const title = t(message('Confusions of {run}', { run: run.identity.name }));
  return (
    <section class="confusion">
      <h3>
        <Swatch slot={slotOf(group, run)} />
        {run.identity.name}
      </h3>
      <div
        class="table-scroll"
        tabIndex={group.isSegmentation ? 0 : undefined}
        role="region"
        aria-label={title}
      >
        <table ref={table} onKeyDown={onKeyDown}>
          <Head names={names} />
          <tbody>
            {rows.map((row, k) => (
              <tr key={k}>
                <th scope="row">{names[k]}</th>
                {row.map((share, other) => (
                  <ConfusionCell
                    key={other}
                    share={share}
                    cell={{ row: k, column: other }}
                    isReached={at.row === k && at.column === other}
                    truth={names[k] ?? ''}
                    taken={names[other] ?? ''}
                    runId={group.isSegmentation ? undefined : run.identity.id}
                    onReach={setAt}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Head({ names }: { readonly names: readonly string[] }): JSX.Element {
  return (
    <thead>
      <tr>
        <td />
        {names.map((name) => (
          <th key={name} scope="col">
            <span>{name}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
