import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { slotOf } from '../shown.ts';
import type { ExampleProps } from './example-props.ts';
import { lossesOf } from './ordered-examples.ts';
import type { Picture } from './picture.ts';
import { MaskCanvas, PictureCanvas } from './pixel-canvas.tsx';

/** An image, the class of each of its pixels, and what each run takes them for, side by side. */
export function MaskExample(props: ExampleProps): JSX.Element | null {
  const { t } = usePage();
  const picture = props.pictures.get(props.place);
  if (!picture) return null;
  const name = t(message('Image {number}', { number: String(props.place + 1) }));
  const truth = t(message('truth'));
  return (
    <li class="example-masks">
      <figure>
        <PictureCanvas picture={picture} label={name} />
        <figcaption>{name}</figcaption>
      </figure>
      <figure>
        <MaskCanvas mask={picture.labels} of={picture} label={`${name}, ${truth}`} />
        <figcaption>{truth}</figcaption>
      </figure>
      {props.group.runs.map((run) => (
        <RunMask key={run.identity.id} {...props} run={run} picture={picture} name={name} />
      ))}
    </li>
  );
}

interface RunMaskProps extends ExampleProps {
  readonly run: Run;
  readonly picture: Picture;
  readonly name: string;
}

function RunMask({ run, picture, name, place, predictions, group }: RunMaskProps): JSX.Element {
  const { t } = usePage();
  const { mask, accuracy } = predictions.get(run.identity.id)?.images.get(place) ?? {};
  const loss = lossesOf(run)[place];
  return (
    <figure title={run.identity.name}>
      {mask ? (
        <MaskCanvas mask={mask} of={picture} label={`${name}, ${run.identity.name}`} />
      ) : (
        <div class="pixels missing" />
      )}
      <figcaption>
        <Swatch slot={slotOf(group, run)} />
        <span class="visually-hidden">{run.identity.name}: </span>
        {accuracy !== undefined && (
          <span class="figure" title={t(message('share of pixels that are right'))}>
            {t.figure(accuracy, 'percent')}
          </span>
        )}
        {loss !== undefined && (
          <span class="figure loss" title={t(message('own loss'))}>
            {t.figure(loss, 'live')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
