import type { JSX } from 'preact';
import { losses as catalogue } from '../../src/experiment/losses/catalogue.ts';
import { lossLabel } from '../../src/experiment/names.ts';
import { rowOf } from '../../src/insight/lens/outputs.ts';
import { outputsOf } from '../../src/insight/lens/probabilities.ts';
import { message, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { TableRegion } from '../parts/table-region.tsx';
import { slotOf } from '../panel/shown.ts';
import { predictionOf } from './lens.ts';
import { keyOfLoss, readLoss, type LensLoss } from './lens-loss.ts';
import type { ExampleProps } from './one-example.tsx';
import { hasManyColumns, RunHead } from './run-head.tsx';
import { RunKey } from './run-key.tsx';

interface Column {
  readonly id: string;
  readonly name: string;
  readonly slot: number;
  /** Of the loss that the run trains on. */
  readonly own: string;
  readonly probability: number;
  readonly margin: number;
  readonly values: readonly number[];
  readonly pulls: readonly number[];
}

/** From the logits of each run: p of the label, the margin, and every loss and its pull. */
export function ExampleTable(props: ExampleProps): JSX.Element {
  const { t } = usePage();
  const { losses } = props.lens;
  const columns = columnsOf(props);
  const areMany = hasManyColumns(columns);
  return (
    <div class={areMany ? 'lens-table are-many' : 'lens-table'}>
      {areMany && <RunKey runs={columns} />}
      <TableRegion label={t(message('Losses of this example'))}>
        <thead>
          <tr>
            <td />
            {columns.map(({ id, name, slot }, column) => (
              <RunHead key={id} name={name} slot={slot} number={areMany ? column + 1 : undefined} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Row
            name={message('p of the label')}
            cells={columns.map((of) => [of.probability, false])}
          />
          <Row name={message('margin')} cells={columns.map((of) => [of.margin, false])} />
        </tbody>
        <LossRows title={message('loss')} losses={losses} columns={columns} read="values" />
        <LossRows title={message('pull, ‖∂L/∂z‖')} losses={losses} columns={columns} read="pulls" />
      </TableRegion>
      <p class="note">{t(message('Bold: the loss that the run trains on.'))}</p>
    </div>
  );
}

interface LossRowsProps {
  readonly title: Message;
  readonly losses: readonly LensLoss[];
  readonly columns: readonly Column[];
  readonly read: 'values' | 'pulls';
}

function LossRows({ title, losses, columns, read }: LossRowsProps): JSX.Element {
  const { t } = usePage();
  return (
    <tbody>
      <tr>
        <th class="row-group" scope="rowgroup" colSpan={columns.length + 1}>
          {t(title)}
        </th>
      </tr>
      {losses.map(({ key, spec }, i) => (
        <Row
          key={key}
          name={lossLabel(spec)}
          cells={columns.map((of) => [of[read][i] ?? NaN, of.own === key])}
        />
      ))}
    </tbody>
  );
}

interface RowProps {
  readonly name: Message;
  readonly cells: readonly (readonly [value: number, isOwn: boolean])[];
}

function Row({ name, cells }: RowProps): JSX.Element {
  const { t } = usePage();
  return (
    <tr>
      <th scope="row">{t(name)}</th>
      {cells.map(([value, isOwn], i) => (
        <td key={i}>
          {isOwn ? <strong>{t.figure(value, 'ratio')}</strong> : t.figure(value, 'ratio')}
        </td>
      ))}
    </tr>
  );
}

function columnsOf({ lens, group, example }: ExampleProps): Column[] {
  return lens.outputs.of.flatMap(({ run, now }): Column[] => {
    if (now === undefined) return [];
    const { loss } = run.identity.spec;
    const prediction = predictionOf(now, example);
    const readings = lens.losses.map((of) => readLoss(of, prediction));
    const outputs = outputsOf(prediction, catalogue[loss.name].activation);
    return [
      {
        ...{ id: run.identity.id, name: run.identity.name, slot: slotOf(group, run) },
        own: keyOfLoss(loss),
        probability: outputs[prediction.label] ?? NaN,
        margin: lens.measures.margins(now)[rowOf(now, example)] ?? NaN,
        values: readings.map(({ value }) => value),
        pulls: readings.map(({ pull }) => pull),
      },
    ];
  });
}
