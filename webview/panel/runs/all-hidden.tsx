import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';

/** Instead of plots: why there are none, and the way back. */
export function AllHidden(): JSX.Element {
  const { t, choose } = usePage();
  return (
    <div class="all-hidden">
      <p class="note">{t(message('All runs are hidden, so there is nothing to draw.'))}</p>
      <button type="button" class="button" onClick={() => choose({ hidden: [] })}>
        {t(message('Show all'))}
      </button>
    </div>
  );
}
