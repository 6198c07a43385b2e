import type { JSX } from 'preact';
import { count, message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import type { Shown } from '../shown.ts';
import { Confusions } from './confusions.tsx';
import { dataGroup, type DataGroup } from './data-group.ts';
import { ExampleControls } from './example-controls.tsx';
import { Examples } from './examples.tsx';

/** What the runs confuse with what, and the validation images with what each run makes of them. */
export function Data(shown: Shown): JSX.Element {
  const { t, choices } = usePage();
  const group = dataGroup(shown, choices.examples.runId);
  if (group === undefined)
    return (
      <p class="note">
        {t(message('The images come with the first look at the validation images.'))}
      </p>
    );
  return (
    <>
      <Confusions {...group} />
      <h2>{t(message('Validation images'))}</h2>
      <ExampleControls {...group} />
      <NotShown {...group} />
      <Examples {...group} />
    </>
  );
}

/** Which runs are left out, and why. */
function NotShown({ runs, beyond, others }: DataGroup): JSX.Element {
  const { t } = usePage();
  const names = others.map(({ identity }) => identity.name).join(', ');
  return (
    <>
      {others.length > 0 && (
        <p class="note">
          {t(
            message(
              'Not shown, since they have looked at other images: {runs}. Choose one of them to see those.',
              { runs: names },
            ),
          )}
        </p>
      )}
      {beyond.length > 0 && (
        <p class="note">
          {t(
            message('{shown} runs stand side by side. Choose one of the other {count} to see it.', {
              shown: count(runs.length),
              count: count(beyond.length),
            }),
          )}
        </p>
      )}
    </>
  );
}
