import type { JSX } from 'preact';
import { count, message, type Message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import type { DataGroup } from './data-group.ts';
import type { Predictions } from './use-predictions.ts';

interface Props extends DataGroup {
  readonly predictions: Predictions;
  /** The first image shown. */
  readonly place: number | undefined;
}

/** What the figures beside the images are, and of which epoch where that is not the last. */
export function PredictionNotes({
  runs,
  isSegmentation,
  predictions,
  place = -1,
}: Props): JSX.Element {
  const { t } = usePage();
  const notes = runs.flatMap((run) => noteOf(run, isSegmentation, predictions, place) ?? []);
  const about = isSegmentation
    ? message('Under each mask: the share of its pixels that are right, and the run’s own loss of the image.')
    : message('Beside each image: what each run takes it for, the probability that it gives to that, and its own loss.'); // prettier-ignore
  return (
    <>
      <p class="note">{t(about)}</p>
      {notes.map((note) => (
        <p key={t(note)} class="note">
          {t(note)}
        </p>
      ))}
    </>
  );
}

function noteOf(
  { identity: { id, name }, evaluations }: Run,
  isSegmentation: boolean,
  predictions: Predictions,
  place: number,
): Message | undefined {
  const known = predictions.get(id);
  if (known?.refusal && !known.images.has(place)) return known.refusal;
  const epoch = known?.images.get(place)?.epoch;
  if (epoch === undefined || epoch === evaluations.epoch.at(-1)) return undefined;
  const told = { run: name, epoch: count(epoch) };
  return isSegmentation
    ? message('The masks of {run} are by its last checkpoint, of epoch {epoch}.', told)
    : message('The probabilities of {run} are by its last checkpoint, of epoch {epoch}.', told);
}
