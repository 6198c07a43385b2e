import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { count, loss, message, percent, type Figure, type Message } from '../../src/l10n.ts';
import type { LayerStatistics } from '../../src/run/event.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import { epochVersion, slotOf, type Shown } from './shown.ts';

/** What is told of each layer, with the unit of every figure. */
const columns: readonly { label: Message; read: (of: LayerStatistics) => Figure }[] = [
  { label: message('norm'), read: ({ norm }) => loss(norm) },
  { label: message('largest norm'), read: ({ maxNorm }) => loss(maxNorm) },
  { label: message('mean'), read: ({ mean }) => loss(mean) },
  { label: message('standard deviation'), read: ({ std }) => loss(std) },
  { label: message('zeros'), read: ({ zeroFraction }) => percent(zeroFraction) },
  { label: message('update / weights'), read: ({ updateRatio }) => loss(updateRatio) },
];

/** The statistics of the last epoch of every layer of every run. */
export function GradientTable(shown: Shown): JSX.Element | null {
  const { t } = usePage();
  return useMemo(() => {
    const measured = shown.runs.filter((run) => run.gradients.epoch.length > 0);
    if (measured.length === 0) return null;
    const name = t(message('Gradient statistics of the last epoch'));
    return (
      <>
        <h2>{name}</h2>
        <div class="table-scroll" tabIndex={0} role="region" aria-label={name}>
          <table>
            <Head />
            {measured.map((run) => (
              <RunRows key={run.identity.id} run={run} shown={shown} />
            ))}
          </table>
        </div>
      </>
    );
  }, [epochVersion(shown.runs), t]);
}

function Head(): JSX.Element {
  const { t } = usePage();
  return (
    <thead>
      <tr>
        <th scope="col">{t(message('layer'))}</th>
        {columns.map(({ label }) => (
          <th scope="col">{t(label)}</th>
        ))}
      </tr>
    </thead>
  );
}

function RunRows({ run, shown }: { readonly run: Run; readonly shown: Shown }): JSX.Element {
  const { t } = usePage();
  const epoch = count(run.gradients.epoch.at(-1) ?? 0);
  return (
    <tbody>
      <tr>
        <th class="row-group" scope="rowgroup" colSpan={columns.length + 1}>
          <Swatch slot={slotOf(shown, run)} />
          {t(message('{run}, epoch {epoch}', { run: run.identity.name, epoch }))}
        </th>
      </tr>
      {run.gradients.layers.map((statistics, layer) => (
        <tr>
          <th scope="row">{run.setting?.layers[layer]?.name}</th>
          {columns.map(({ read }) => (
            <td>{figureText(statistics.at(-1), read)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );

  function figureText(
    of: LayerStatistics | undefined,
    read: (of: LayerStatistics) => Figure,
  ): string {
    if (of === undefined) return '–';
    const { value, format } = read(of);
    return t.figure(value, format);
  }
}
