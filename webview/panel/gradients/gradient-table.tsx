import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { loss, message, percent, type Figure, type Message } from '../../../src/l10n.ts';
import type { LayerStatistics } from '../../../src/run/event.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { TableRegion } from '../../parts/table-region.tsx';
import { argText } from '../../parts/text.tsx';
import { lastMoment, momentName, statisticsAt, type Moment } from '../../plots/moments.ts';
import { epochVersion, slotOf, type Shown } from '../shown.ts';
import type { GradientView } from './view.ts';

/** What is told of each layer, with the unit of every figure. */
const columns: readonly { label: Message; read: (of: LayerStatistics) => Figure }[] = [
  { label: message('norm'), read: ({ norm }) => loss(norm) },
  { label: message('largest norm'), read: ({ maxNorm }) => loss(maxNorm) },
  { label: message('mean'), read: ({ mean }) => loss(mean) },
  { label: message('standard deviation'), read: ({ std }) => loss(std) },
  { label: message('zeros'), read: ({ zeroFraction }) => percent(zeroFraction) },
  { label: message('update / weights'), read: ({ updateRatio }) => loss(updateRatio) },
];

/** The statistics of every layer of every run at the chosen epoch. */
export function GradientTable(view: GradientView): JSX.Element {
  const { t } = usePage();
  const { runs, choice } = view;
  const { moment } = choice;
  return useMemo(() => {
    const label =
      moment === null
        ? message('Gradient statistics of the last epoch')
        : message('Gradient statistics of {epoch}', { epoch: momentName(moment) });
    return (
      <TableRegion label={t(label)} heading>
        <Head />
        {runs.map((run) => (
          <RunRows
            key={run.identity.id}
            run={run}
            moment={moment ?? lastMoment(run)}
            shown={view}
          />
        ))}
      </TableRegion>
    );
  }, [epochVersion(runs), moment, t]);
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

interface RowsProps {
  readonly run: Run;
  readonly moment: Moment | undefined;
  readonly shown: Shown;
}

/** Nothing for a run that has measured nothing then. */
function RunRows({ run, moment, shown }: RowsProps): JSX.Element | null {
  const { t } = usePage();
  const statistics = moment === undefined ? undefined : statisticsAt(run, moment);
  if (moment === undefined || statistics === undefined) return null;
  return (
    <tbody>
      <tr>
        <th class="row-group" scope="rowgroup" colSpan={columns.length + 1}>
          <Swatch slot={slotOf(shown, run)} />
          {t(message('{run}, {epoch}', { run: run.identity.name, epoch: momentName(moment) }))}
        </th>
      </tr>
      {statistics.map((of, layer) => (
        <tr key={layer}>
          <th scope="row">{run.setting?.layers[layer]?.name}</th>
          {columns.map(({ read }, index) => (
            <td key={index}>{argText(read(of), t)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
