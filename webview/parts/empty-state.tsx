import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

/** No runs: what this is, and the buttons that start one. */
export function EmptyState(): JSX.Element {
  const { t, post } = usePage();
  return (
    <main class="empty">
      <h1 class="visually-hidden">{t(message('Loss Lab'))}</h1>
      <p>{t(message('Train the same model with two losses and watch how they differ.'))}</p>
      <button
        type="button"
        class="button primary"
        onClick={() => post({ type: 'command', command: 'compareCrossEntropyAndMse' })}
      >
        {t(message('Compare Cross-Entropy and MSE'))}
      </button>
      <button
        type="button"
        class="button"
        onClick={() => post({ type: 'command', command: 'newComparison' })}
      >
        {t(message('New Comparison…'))}
      </button>
    </main>
  );
}
