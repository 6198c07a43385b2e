import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { metrics, type MetricName } from '../../src/experiment/metrics/catalogue.ts';
import { message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { isShare, measuredMetrics } from '../plots/metrics.ts';
import { epochVersion, slotOf, type Shown } from './shown.ts';

/** Every metric of the last epoch of every run; the best of each column is marked. */
export function MetricTable(shown: Shown): JSX.Element {
  const { t } = usePage();
  return useMemo(() => {
    const measured = shown.runs.filter(({ evaluations }) => evaluations.last !== undefined);
    const names = measuredMetrics(measured);
    const title = t(message('Metrics of the last epoch'));
    return (
      <TableRegion label={title} heading>
        <Head names={names} />
        <tbody>
          {measured.map((run) => (
            <tr key={run.identity.id}>
              <th scope="row">
                <Swatch slot={slotOf(shown, run)} />
                {run.identity.name}
              </th>
              <td>{t.figure(run.evaluations.epoch.at(-1) ?? 0, 'count')}</td>
              <td>{t.figure(run.epochs.validation.accuracy.at(-1) ?? NaN, 'percent')}</td>
              {names.map((name) => (
                <Cell key={name} name={name} run={run} runs={measured} />
              ))}
            </tr>
          ))}
        </tbody>
      </TableRegion>
    );
  }, [epochVersion(shown.runs), t]);
}

function Head({ names }: { readonly names: readonly MetricName[] }): JSX.Element {
  const { t } = usePage();
  return (
    <thead>
      <tr>
        <th scope="col">{t(message('run'))}</th>
        <th scope="col">{t(message('epoch'))}</th>
        <th scope="col">{t(message('accuracy'))}</th>
        {names.map((name) => (
          <th key={name} scope="col">
            {t(metrics[name].label)} {metrics[name].better === 'higher' ? '↑' : '↓'}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps {
  readonly name: MetricName;
  readonly run: Run;
  readonly runs: readonly Run[];
}

function Cell({ name, run, runs }: CellProps): JSX.Element {
  const { t } = usePage();
  const value = lastOf(run, name);
  if (value === undefined) return <td title={t(message('means nothing for this loss'))}>–</td>;
  const figure = t.figure(value, isShare(name) ? 'percent' : 'loss');
  if (!isBest(value, name, runs)) return <td>{figure}</td>;
  return (
    <td class="best">
      <strong>{figure}</strong>
      <span class="visually-hidden"> {t(message('best'))}</span>
    </td>
  );
}

function lastOf({ evaluations }: Run, name: MetricName): number | undefined {
  return evaluations.last?.metrics[name];
}

/** Only where there is something to be better than. */
function isBest(value: number, name: MetricName, runs: readonly Run[]): boolean {
  const all = runs.flatMap((run) => lastOf(run, name) ?? []);
  const best = metrics[name].better === 'higher' ? Math.max(...all) : Math.min(...all);
  return value === best && all.some((other) => other !== best);
}
