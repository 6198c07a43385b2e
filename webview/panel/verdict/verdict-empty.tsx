import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';

/** One loss or none: what a verdict needs, and the button that gets it. */
export function VerdictEmpty(): JSX.Element {
  const { t, post } = usePage();
  return (
    <div class="all-hidden">
      <p class="note">{t(message('A verdict needs runs of two losses.'))}</p>
      <button
        type="button"
        class="button primary"
        onClick={() => post({ type: 'command', command: 'compareWithLoss' })}
      >
        {t(message('Compare with Another Loss…'))}
      </button>
    </div>
  );
}
