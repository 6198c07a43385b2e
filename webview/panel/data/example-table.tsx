import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { argText } from '../../parts/text.tsx';
import { Swatch } from '../../parts/swatch.tsx';
import { slotOf } from '../shown.ts';
import type { DataGroup } from './data-group.ts';
import { lossesOf, predictedOf } from './ordered-examples.ts';
import type { Picture } from './picture.ts';
import type { Predictions } from './use-predictions.ts';

interface Props extends DataGroup {
  readonly places: readonly number[];
  readonly pictures: ReadonlyMap<number, Picture>;
  readonly predictions: Predictions;
}

/** The same images as a table; its rows are made only while it is open. */
export function ExampleTable(props: Props): JSX.Element {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  const title = t(message('Validation images'));
  return (
    <details class="plot-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(message('Show as table'))}</summary>
      {open && (
        <div class="table-scroll" tabIndex={0} role="region" aria-label={title}>
          <table>
            <Head {...props} />
            <tbody>
              {props.places.map((place) => (
                <tr key={place}>
                  <th scope="row">{place + 1}</th>
                  {!props.isSegmentation && <td>{nameOf(props.pictures.get(place)?.labels[0])}</td>}
                  {props.runs.map((run) => (
                    <Cells key={run.identity.id} {...props} run={run} place={place} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );

  function nameOf(label = -1): string {
    return argText(props.classNames[label] ?? '–', t);
  }
}

function Head(props: Props): JSX.Element {
  const { t } = usePage();
  const { runs, isSegmentation } = props;
  const columns = isSegmentation
    ? [message('pixels right'), message('own loss')]
    : [message('taken for'), message('probability'), message('own loss')];
  return (
    <thead>
      <tr>
        <td colSpan={isSegmentation ? 1 : 2} />
        {runs.map((run) => (
          <th key={run.identity.id} scope="colgroup" colSpan={columns.length}>
            <Swatch slot={slotOf(props, run)} />
            {run.identity.name}
          </th>
        ))}
      </tr>
      <tr>
        <th scope="col">{t(message('image'))}</th>
        {!isSegmentation && <th scope="col">{t(message('class'))}</th>}
        {runs.flatMap((run) =>
          columns.map((label) => (
            <th key={`${run.identity.id} ${label.text}`} scope="col">
              {t(label)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function Cells({
  run,
  place,
  isSegmentation,
  classNames,
  predictions,
}: Props & { readonly run: Run; readonly place: number }): JSX.Element {
  const { t } = usePage();
  const { probabilities, accuracy } = predictions.get(run.identity.id)?.images.get(place) ?? {};
  const predicted = predictedOf(run)[place] ?? -1;
  const told = (value: number | undefined, format: 'percent' | 'loss'): string =>
    value === undefined ? '–' : t.figure(value, format);
  return (
    <>
      {!isSegmentation && <td>{argText(classNames[predicted] ?? '–', t)}</td>}
      <td>{told(isSegmentation ? accuracy : probabilities?.[predicted], 'percent')}</td>
      <td>{told(lossesOf(run)[place], 'loss')}</td>
    </>
  );
}
