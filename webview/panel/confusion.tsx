import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message, percent } from '../../src/l10n.ts';
import { confusionRows } from '../../src/run/class-figures.ts';
import { classNamesOf } from '../../src/run/class-names.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { argText } from '../parts/text.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { epochVersion, slotOf, type Shown } from './shown.ts';

interface Props {
  readonly run: Run;
  readonly shown: Shown;
}

/** One run's confusion matrix as a table whose cells are the darker the larger their share. */
export function Confusion({ run, shown }: Props): JSX.Element {
  const { t } = usePage();
  return useMemo(() => {
    const names = classNamesOf(run).map((name) => argText(name, t));
    const title = t(message('Confusions of {run}', { run: run.identity.name }));
    return (
      <section class="confusion">
        <h3>
          <Swatch slot={slotOf(shown, run)} />
          {run.identity.name}
        </h3>
        <TableRegion label={title}>
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
          <tbody>
            {confusionRows(run).map((row, k) => (
              <tr key={k}>
                <th scope="row">{names[k]}</th>
                {row.map((share, other) => (
                  <Cell key={other} share={share} isRight={k === other} />
                ))}
              </tr>
            ))}
          </tbody>
        </TableRegion>
      </section>
    );
  }, [epochVersion([run]), t]);
}

/** Whole percents, and nothing for less than one half: the eye is to find the confusions. */
function Cell({
  share,
  isRight,
}: {
  readonly share: number;
  readonly isRight: boolean;
}): JSX.Element {
  const { t } = usePage();
  const shade = { '--share': String(Number.isNaN(share) ? 0 : share) };
  return (
    <td
      class={share >= 0.005 ? (isRight ? 'right' : 'wrong') : 'none'}
      style={shade}
      title={t(message('{share}', { share: percent(share) }))}
    >
      {share >= 0.005 ? Math.round(100 * share) : ''}
    </td>
  );
}
