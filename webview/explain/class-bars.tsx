import type { JSX } from 'preact';
import { losses } from '../../src/experiment/losses/catalogue.ts';
import type { Activation } from '../../src/experiment/losses/loss.ts';
import { outputsOf } from '../../src/insight/lens/probabilities.ts';
import { count, message, ratio, type Message, type Translator } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { TableRegion } from '../parts/table-region.tsx';
import { argText } from '../parts/text.tsx';
import { slotOf } from '../panel/shown.ts';
import { Bar } from './bar.tsx';
import { predictionOf } from './lens.ts';
import { hasManyColumns, RunHead } from './run-head.tsx';
import type { ExampleProps } from './one-example.tsx';
import { RunKey } from './run-key.tsx';
import { shownClasses } from './shown-classes.ts';

/** More classes have no room; the others are summed up in words. */
const mostClasses = 12;

/** What each run makes of each class: a probability where its loss has one. */
export function ClassBars({ lens, group, example }: ExampleProps): JSX.Element {
  const { t } = usePage();
  const runs = lens.outputs.of.flatMap(({ run, now }) => {
    if (now === undefined) return [];
    const prediction = predictionOf(now, example);
    const { activation } = losses[run.identity.spec.loss.name];
    const values = outputsOf(prediction, activation);
    return [{ run, activation, values, label: prediction.label, slot: slotOf(group, run) }];
  });
  const label = runs[0]?.label ?? -1;
  const classes = shownClasses(
    runs.map(({ values }) => values),
    label,
    lens.classes,
    mostClasses,
  );
  const left = lens.classes - classes.length;
  const areMany = hasManyColumns(runs);
  return (
    <div class={areMany ? 'class-bars are-many' : 'class-bars'}>
      {areMany && (
        <RunKey
          runs={runs.map(({ run: { identity }, slot, activation }) => ({
            ...{ id: identity.id, name: identity.name, slot },
            gives: outputNames[activation],
          }))}
        />
      )}
      <TableRegion label={t(message('Probabilities of the classes'))}>
        <thead>
          <tr>
            <th scope="col">{t(message('class'))}</th>
            {runs.map(({ run, slot, activation }, column) => (
              <RunHead
                key={run.identity.id}
                name={run.identity.name}
                slot={slot}
                number={areMany ? column + 1 : undefined}
              >
                <span class="read-at">{t(outputNames[activation])}</span>
              </RunHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((k) => (
            <tr key={k} class={k === label ? 'is-label' : ''}>
              <th scope="row">
                {argText(group.classNames[k] ?? '', t)}
                {k === label && <span class="visually-hidden"> ({t(message('label'))})</span>}
              </th>
              {runs.map(({ run, slot, values }) => (
                <td key={run.identity.id}>
                  <Bar
                    slot={slot}
                    value={values[k] ?? NaN}
                    full={fullOf(values)}
                    isStrong={k === label}
                    text={textOf(values[k] ?? NaN, k === label, t)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableRegion>
      {left > 0 && (
        <p class="note">
          {t(
            message('{count} more classes have {value} at most.', {
              count: count(left),
              value: ratio(largestBut(classes, runs)),
            }),
          )}
        </p>
      )}
    </div>
  );
}

const outputNames: Record<Activation, Message> = {
  softmax: message('softmax'),
  sigmoid: message('sigmoid'),
  linear: message('linear output'),
};

/** Exact for the label; the others to the third place, so that they stand in line. */
function textOf(value: number, isLabel: boolean, t: Translator): string {
  if (isLabel || !Number.isFinite(value) || Math.abs(value) >= 100) return t.figure(value, 'ratio');
  return t.number(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

function largestBut(
  classes: readonly number[],
  runs: readonly { readonly values: Float64Array }[],
): number {
  const others = runs.map(({ values }) => values.filter((_, k) => !classes.includes(k)));
  return Math.max(...others.map((of) => of.reduce((most, value) => Math.max(most, value), -1e9)));
}

/** What a whole bar stands for: 1 for probabilities, the largest for outputs that go beyond. */
function fullOf(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 1);
}
