import type { JSX } from 'preact';
import { imageOf, pixelOf, rowOf } from '../../src/insight/lens/outputs.ts';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import { count, message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { PictureCanvas } from '../panel/data/pixel-canvas.tsx';
import { usePictures } from '../panel/data/use-pictures.ts';
import { argText } from '../parts/text.tsx';
import type { ExampleProps } from './one-example.tsx';
import { PixelMark } from './pixel-mark.tsx';

/** The image, its class, its number, and how hard it is for the run that orders. */
export function ExampleHead({ lens, group, example }: ExampleProps): JSX.Element | null {
  const { t } = usePage();
  const now = lens.by?.now;
  if (now === undefined) return null;
  const row = rowOf(now, example);
  const image = imageOf(now, row);
  const label = argText(group.classNames[now.labels[row] ?? -1] ?? '', t);
  return (
    <div class="lens-head">
      <Thumbnail group={group} now={now} row={row} label={label} />
      <div>
        <p class="lens-label">
          {t(message('label'))} <strong>{label}</strong>
        </p>
        <p class="read-at">
          {t(message('validation image {number}', { number: count(image + 1) }))}
        </p>
        {group.isSegmentation && (
          <p class="read-at">
            {t(message('pixel {number}', { number: count(pixelOf(now, row) + 1) }))}
          </p>
        )}
        <Rank lens={lens} />
      </div>
    </div>
  );
}

function Rank({ lens }: Pick<ExampleProps, 'lens'>): JSX.Element | null {
  const { t } = usePage();
  const { steps, by, choice } = lens;
  if (by === undefined || steps.place === -1) return null;
  const place = { place: count(steps.place + 1), total: count(steps.rows.length) };
  const text =
    choice.among === 'all'
      ? message('hardest of {run}: {place} of {total}', { run: by.run.identity.name, ...place })
      : message('{place} of {total} that the loss has let go of', place);
  return <p class="read-at">{t(text)}</p>;
}

interface ThumbnailProps extends Pick<ExampleProps, 'group'> {
  readonly now: Outputs;
  readonly row: number;
  readonly label: string;
}

function Thumbnail({ group, now, row, label }: ThumbnailProps): JSX.Element {
  const { t } = usePage();
  const image = imageOf(now, row);
  const { pictures, places, refusal } = usePictures(group.by, group.imagesKey, [image]);
  const picture = pictures.get(places[0] ?? -1);
  const name = t(message('Image {number}', { number: String(image + 1) }));
  return (
    <div class="lens-picture">
      {picture && <PictureCanvas picture={picture} label={`${name}: ${label}`} />}
      {picture && now.labelsPerImage > 1 && (
        <PixelMark picture={picture} pixel={pixelOf(now, row)} pixels={now.labelsPerImage} />
      )}
      {refusal && <p class="note">{t(refusal)}</p>}
    </div>
  );
}
