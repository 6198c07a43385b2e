import type { JSX } from 'preact';
import { isAugmented } from '../../src/experiment/augmentations/catalogue.ts';
import { message, type Message } from '../../src/l10n.ts';
import type { PointAnswer } from '../../src/question.ts';
import { classNamesOf } from '../../src/run/class-names.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { argText } from '../parts/text.tsx';
import { unpackPictures, type Picture } from './data/picture.ts';
import { PictureCanvas } from './data/pixel-canvas.tsx';

interface Props {
  readonly run: Run;
  readonly answer: PointAnswer;
}

/** The images of the step's batch that had the largest loss, or why they are not there. */
export function PointImages({ run, answer }: Props): JSX.Element {
  const { t } = usePage();
  const { hardest, pictures } = answer;
  if (!hardest) return <p class="note">{t(whyUnknown(run))}</p>;
  const shown = pictures?.type === 'examples' ? unpackPictures(pictures.pictures) : [];
  return (
    <div class="point-images">
      <h3>{t(message('The hardest images of the batch'))}</h3>
      <ul>
        {hardest.images.map((place, i) => (
          <HardImage
            key={place}
            run={run}
            place={place}
            loss={hardest.losses[i] ?? NaN}
            picture={shown[i]}
          />
        ))}
      </ul>
      {pictures?.type === 'refused' && <p class="note">{t(pictures.reason)}</p>}
      <p class="note">{t(aboutImages(run))}</p>
    </div>
  );
}

interface ImageProps {
  readonly run: Run;
  readonly place: number;
  readonly loss: number;
  readonly picture: Picture | undefined;
}

function HardImage({ run, place, loss, picture }: ImageProps): JSX.Element {
  const { t } = usePage();
  const name = t(message('Training image {number}', { number: String(place + 1) }));
  const [label = -1] = picture?.labels.length === 1 ? picture.labels : [];
  const truth = classNamesOf(run)[label];
  const named = truth === undefined ? '' : argText(truth, t);
  return (
    <li>
      {picture && <PictureCanvas picture={picture} label={named ? `${name}: ${named}` : name} />}
      <span>{named}</span>
      <span class="figure">{t(message('own loss {loss}', { loss }))}</span>
      <span class="read-at">{name}</span>
    </li>
  );
}

function aboutImages({ identity }: Run): Message {
  return isAugmented(identity.spec.dataset.augmentation)
    ? message(
        'As they are in the data set: augmentation had changed them before the step, each time otherwise.',
      )
    : message('As they are in the data set, with the classes that were trained on.');
}

function whyUnknown({ identity }: Run): Message {
  return identity.spec.loss.name === 'own'
    ? message('A loss in a module of one’s own tells of a whole batch, not of its images.')
    : message(
        'Which images were the hardest was not kept: an earlier version of Loss Lab took this step.',
      );
}
