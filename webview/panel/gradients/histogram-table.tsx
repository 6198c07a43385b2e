import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import type { Histogram } from '../../../src/run/histogram.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { TableTwin } from '../../parts/table-twin.tsx';
import { binRows, countIn, exponentRange } from '../../plots/histogram-bins.ts';
import { histogramTitle } from '../../plots/histogram-map.ts';
import { binName } from '../../plots/histogram-words.ts';
import { histogramsAt, momentName, type Moment } from '../../plots/moments.ts';

interface Props {
  readonly run: Run;
  readonly layer: number;
  readonly moment: Moment;
}

/** The histogram of one epoch, each power of two with its count; nothing where none was measured. */
export function HistogramTable({ run, layer, moment }: Props): JSX.Element | null {
  const { t } = usePage();
  const histogram = histogramsAt(run, moment)?.[layer];
  if (histogram === undefined) return null;
  const epoch = momentName(moment);
  const label = t(message('{title}: {epoch}', { title: histogramTitle(run, layer), epoch }));
  return <TableTwin label={label} content={() => <Rows histogram={histogram} />} />;
}

function Rows({ histogram }: { readonly histogram: Histogram }): JSX.Element {
  const { t } = usePage();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t(message('element of the gradient'))}</th>
          <th scope="col">{t(message('elements'))}</th>
        </tr>
      </thead>
      <tbody>
        {binRows(exponentRange([histogram]), true).map((row, index) => (
          <tr key={index}>
            <th scope="row">{t(binName(row))}</th>
            <td>{t.figure(countIn(histogram, row), 'count')}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
