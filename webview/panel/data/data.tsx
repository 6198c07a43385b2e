import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import type { Shown } from '../shown.ts';
import { Confusions } from './confusions.tsx';
import { dataGroup } from './data-group.ts';
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
  const names = group.others.map(({ identity }) => identity.name).join(', ');
  return (
    <>
      <Confusions {...group} />
      <h2>{t(message('Validation images'))}</h2>
      <ExampleControls {...group} />
      {group.others.length > 0 && (
        <p class="note">
          {t(
            message(
              'Not shown, since they have looked at other images: {runs}. Choose one of them to see those.',
              { runs: names },
            ),
          )}
        </p>
      )}
      <Examples {...group} />
    </>
  );
}
