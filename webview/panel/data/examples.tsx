import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { count, message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { epochVersion } from '../shown.ts';
import { ClassExample } from './class-example.tsx';
import type { DataGroup } from './data-group.ts';
import { ExampleTable } from './example-table.tsx';
import { MaskExample } from './mask-example.tsx';
import { MaskLegend } from './mask-legend.tsx';
import { orderedExamples } from './ordered-examples.ts';
import { PredictionNotes } from './prediction-notes.tsx';
import { useLabels } from './use-labels.ts';
import { usePictures } from './use-pictures.ts';
import { usePredictions } from './use-predictions.ts';
import { useSettled } from './use-settled.ts';

/** Images shown at first, and added by each press of the button. */
const atOnce = 24;

/** Milliseconds for which the order stands still while runs train. */
const orderInterval = 2000;

export function Examples(group: DataGroup): JSX.Element {
  const { t, choices } = usePage();
  const { by, runs, imagesKey } = group;
  const [many, setMany] = useState(atOnce);
  useEffect(() => setMany(atOnce), [imagesKey, choices.examples]);
  const { labels, refusal: unlabelled } = useLabels(by, imagesKey);
  const ordered = useOrdered(group, labels);
  const wanted = ordered?.slice(0, many) ?? [];
  const { places, pictures, refusal } = usePictures(by, imagesKey, wanted);
  const predictions = usePredictions(runs, places);
  const Example = group.isSegmentation ? MaskExample : ClassExample;
  const total = ordered?.length ?? 0;
  const version = `${epochVersion(runs)} ${places.join()}`;
  const list = useMemo(
    () =>
      places.map((place) => (
        <Example
          key={place}
          place={place}
          pictures={pictures}
          predictions={predictions}
          group={group}
        />
      )),
    [version, predictions, group.isSegmentation, t],
  );
  const problem = unlabelled ?? refusal;
  if (problem) return <p class="note">{t(problem)}</p>;
  return (
    <>
      {group.isSegmentation && <MaskLegend names={group.classNames} />}
      <PredictionNotes {...group} predictions={predictions} place={places[0]} />
      <ul
        class={group.isSegmentation ? 'examples masks' : 'examples'}
        style={{ '--figures': String(runs.length + 2) }}
      >
        {list}
      </ul>
      <p class="note" role="status">
        {ordered && t(shownOf(places.length, total))}
      </p>
      {total > many && (
        <button type="button" class="button more" onClick={() => setMany(many + atOnce)}>
          {t(message('{count} more', { count: count(Math.min(atOnce, total - many)) }))}
        </button>
      )}
      <ExampleTable {...group} places={places} pictures={pictures} predictions={predictions} />
    </>
  );
}

function shownOf(shown: number, total: number): ReturnType<typeof message> {
  if (total === 0) return message('No image is like that.');
  return message('{shown} of {total} images', { shown: count(shown), total: count(total) });
}

/** Undefined until the classes of the images are known. */
function useOrdered(
  { by, runs }: DataGroup,
  labels: Uint8Array | undefined,
): readonly number[] | undefined {
  const { choices } = usePage();
  const version = useSettled(epochVersion(runs), orderInterval);
  return useMemo(() => {
    const total = by.setting?.validationCount ?? 0;
    return labels && orderedExamples({ count: total, labels, by, runs }, choices.examples);
  }, [version, labels, by.identity.id, choices.examples]);
}
