import type { JSX } from 'preact';
import { unitedPrediction, type OfferedTo } from '../../../src/insight/trials/united-offers.ts';
import { count, message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';

/** What a remedy predicts, and the button that starts it: with one run, or with all that it is for. */
export function TryIt({
  offers,
}: {
  readonly offers: readonly [OfferedTo, ...OfferedTo[]];
}): JSX.Element {
  const { t, post } = usePage();
  const [{ raised, offer }, ...others] = offers;
  const { run, rule } = raised;
  const id = `try-${run.identity.id}-${rule}-${offer.index}`;
  const start = (those: readonly OfferedTo[]): void => {
    for (const one of those)
      post({ type: 'try', runId: one.raised.run.identity.id, rule, remedy: one.offer.index });
  };
  const button = (label: Message, those: readonly OfferedTo[], isFirst: boolean): JSX.Element => (
    <button
      type="button"
      class={offer.index === 0 && isFirst ? 'button primary' : 'button'}
      aria-label={t(message('{action}: {remedy}', { action: label, remedy: offer.remedy.text }))}
      aria-describedby={id}
      onClick={() => start(those)}
    >
      {t(label)}
    </button>
  );
  return (
    <>
      <p class="read-at" id={id}>
        {t(unitedPrediction(offers))}
      </p>
      <p class="remedy-buttons">
        {others.length === 0 ? (
          button(message('Try it'), offers, true)
        ) : (
          <>
            {button(message('Try it with {run}', { run: run.identity.name }), [offers[0]], true)}
            {button(message('Try it with all {count}', { count: count(offers.length) }), offers, false)}
          </>
        )}
      </p>
    </>
  );
} // prettier-ignore
