import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { argText } from '../../parts/text.tsx';
import { Swatch } from '../../parts/swatch.tsx';
import { slotOf } from '../shown.ts';
import type { DataGroup } from './data-group.ts';
import type { ExampleProps } from './example-props.ts';
import { lossesOf, predictedOf } from './ordered-examples.ts';
import { PictureCanvas } from './pixel-canvas.tsx';
import type { Predictions } from './use-predictions.ts';

/** An image with its class, and what each run takes it for. */
export function ClassExample({
  place,
  pictures,
  predictions,
  group,
}: ExampleProps): JSX.Element | null {
  const { t } = usePage();
  const picture = pictures.get(place);
  if (!picture) return null;
  const label = picture.labels[0] ?? -1;
  const truth = argText(group.classNames[label] ?? '', t);
  const name = t(message('Image {number}', { number: String(place + 1) }));
  return (
    <li class="example">
      <PictureCanvas picture={picture} label={`${name}: ${truth}`} />
      <div class="example-words">
        <p class="example-title">
          <strong>{truth}</strong> <span class="read-at">{name}</span>
        </p>
        <ul>
          {group.runs.map((run) => (
            <Taken key={run.identity.id} {...{ run, place, label, group, predictions }} />
          ))}
        </ul>
      </div>
    </li>
  );
}

interface TakenProps {
  readonly run: Run;
  readonly place: number;
  readonly label: number;
  readonly group: DataGroup;
  readonly predictions: Predictions;
}

/** One run's class of an image, right or wrong by mark and by word. */
function Taken({ run, place, label, group, predictions }: TakenProps): JSX.Element {
  const { t } = usePage();
  const predicted = predictedOf(run)[place] ?? -1;
  const isRight = predicted === label;
  const named = group.classNames[predicted];
  const name = named === undefined ? t(message('no class')) : argText(named, t);
  const probability = predictions.get(run.identity.id)?.images.get(place)?.probabilities?.[
    predicted
  ];
  const loss = lossesOf(run)[place];
  return (
    <li class={isRight ? 'taken right' : 'taken wrong'} title={run.identity.name}>
      <Swatch slot={slotOf(group, run)} />
      <span class="visually-hidden">{run.identity.name}: </span>
      <span class="taken-class">
        <span aria-hidden="true">{isRight ? '✓' : '✗'}</span>{' '}
        {isRight ? t(message('right')) : <Wrong name={name} />}
      </span>
      {probability !== undefined && (
        <span class="figure" title={t(message('probability'))}>
          {t.figure(probability, 'percent')}
        </span>
      )}
      {loss !== undefined && (
        <span class="figure loss" title={t(message('own loss'))}>
          {t.figure(loss, 'live')}
        </span>
      )}
    </li>
  );
}

/** The mark stands for the word, and the class of the image is above. */
function Wrong({ name }: { readonly name: string }): JSX.Element {
  const { t } = usePage();
  return (
    <>
      <span class="visually-hidden">{t(message('wrong:'))} </span>
      {name}
    </>
  );
}
