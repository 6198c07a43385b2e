import type { JSX } from 'preact';
import type { Raised } from '../../../src/insight/rules/alarms.ts';
import { changesText } from '../../../src/insight/trials/changes.ts';
import type { Offer } from '../../../src/insight/trials/offers.ts';
import { predictionText } from '../../../src/insight/trials/prediction-text.ts';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { TrialOutcome } from './trial-outcome.tsx';

interface Props {
  readonly raised: Raised;
  readonly offer: Offer;
  readonly shown: Shown;
}

/** What to try, what exactly it changes, and either the button for it or its outcome. */
export function Remedy({ raised, offer, shown }: Props): JSX.Element {
  const { remedy, experiment, trial } = offer;
  return (
    <div class="remedy">
      <p class="alarm-remedy">
        <Text message={remedy.text} />
      </p>
      {experiment && (
        <p class="remedy-change">
          <Text message={changesText(experiment.changes)} />
        </p>
      )}
      {trial ? (
        <TrialOutcome trial={trial} shown={shown} />
      ) : (
        experiment && <TryIt raised={raised} offer={offer} />
      )}
    </div>
  );
}

function TryIt({ raised, offer }: Pick<Props, 'raised' | 'offer'>): JSX.Element {
  const { t, post } = usePage();
  const { rule, run, alarm } = raised;
  const id = `try-${run.identity.id}-${rule}-${offer.index}`;
  return (
    <>
      <p class="read-at" id={id}>
        {t(predictionText(rule, alarm))}
      </p>
      <button
        type="button"
        class={offer.index === 0 ? 'button primary' : 'button'}
        aria-label={t(message('Try it: {remedy}', { remedy: offer.remedy.text }))}
        aria-describedby={id}
        onClick={() => post({ type: 'try', runId: run.identity.id, rule, remedy: offer.index })}
      >
        {t(message('Try it'))}
      </button>
    </>
  );
}
