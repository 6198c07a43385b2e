import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message, type Message } from '../../src/l10n.ts';
import { classFigures, type ClassFigures } from '../../src/run/class-figures.ts';
import { classNamesOf } from '../../src/run/class-names.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { argText } from '../parts/text.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { epochVersion, slotOf, type Shown } from './shown.ts';

/** Class by class, what each run gets right, overlaps, and what its own loss is. */
export function ClassTable(shown: Shown): JSX.Element {
  const { t } = usePage();
  return useMemo(() => {
    const measured = shown.runs.filter(({ evaluations }) => evaluations.last !== undefined);
    const title = t(message('Class by class, last epoch'));
    const names = measured[0] === undefined ? [] : classNamesOf(measured[0]);
    return (
      <TableRegion label={title} heading>
        <Head runs={measured} shown={shown} />
        <tbody>
          {names.map((name, k) => (
            <tr key={k}>
              <th scope="row">{argText(name, t)}</th>
              {measured.map((run) => (
                <Figures key={run.identity.id} of={classFigures(run)[k]} />
              ))}
            </tr>
          ))}
        </tbody>
      </TableRegion>
    );
  }, [epochVersion(shown.runs), t]);
}

const columns: readonly Message[] = [message('recall'), message('IoU'), message('own loss')];

function Head({
  runs,
  shown,
}: {
  readonly runs: readonly Run[];
  readonly shown: Shown;
}): JSX.Element {
  const { t } = usePage();
  return (
    <thead>
      <tr>
        <td />
        {runs.map((run) => (
          <th key={run.identity.id} scope="colgroup" colSpan={columns.length}>
            <Swatch slot={slotOf(shown, run)} />
            {run.identity.name}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col">{t(message('class'))}</th>
        {runs.flatMap((run) =>
          columns.map((label, i) => (
            <th key={`${run.identity.id} ${i}`} scope="col">
              {t(label)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function Figures({ of }: { readonly of: ClassFigures | undefined }): JSX.Element {
  const { t } = usePage();
  const { recall = NaN, iou = NaN, loss = NaN } = of ?? {};
  const told = (value: number, format: 'percent' | 'loss'): string =>
    Number.isNaN(value) ? '–' : t.figure(value, format);
  return (
    <>
      <td>{told(recall, 'percent')}</td>
      <td>{told(iou, 'percent')}</td>
      <td>{told(loss, 'loss')}</td>
    </>
  );
}
