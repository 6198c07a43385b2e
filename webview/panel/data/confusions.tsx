import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Confusion } from './confusion.tsx';
import type { DataGroup } from './data-group.ts';

/** One matrix a run; of images that have a class, each cell shows its images. */
export function Confusions(group: DataGroup): JSX.Element {
  const { t } = usePage();
  const share = message(
    'Rows are the true classes, columns the predicted ones; shares of each row.',
  );
  const press = message('Press a cell to see its images.');
  return (
    <section class="confusion-section">
      <h2>{t(message('Confusions'))}</h2>
      <p class="note">
        {t(share)} {!group.isSegmentation && t(press)}
      </p>
      <div class="confusions">
        {group.runs.map((run) => (
          <Confusion key={run.identity.id} run={run} group={group} />
        ))}
      </div>
    </section>
  );
}
