import type { JSX } from 'preact';
import { atOnce } from '../../../src/insight/few.ts';
import { changesText } from '../../../src/insight/trials/changes.ts';
import type { OfferedTo, UnitedOffer } from '../../../src/insight/trials/united-offers.ts';
import { count, message } from '../../../src/l10n.ts';
import { seedGroups } from '../../../src/run/seed-groups.ts';
import { usePage } from '../../context.ts';
import { AndMore } from '../../parts/and-more.tsx';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { RunName } from './run-name.tsx';
import { TrialOutcome } from './trial-outcome.tsx';
import { TryIt } from './try-it.tsx';

interface Props {
  readonly offer: UnitedOffer;
  /** Whether it is for all runs with the symptom, so that it need not say for which. */
  readonly isOfAll: boolean;
  readonly shown: Shown;
}

/** What to try, what exactly it changes, for which runs, and the button for it or its outcome in each. */
export function Remedy({ offer, isOfAll, shown }: Props): JSX.Element {
  const { remedy, changes, each } = offer;
  const outcomes = each.flatMap(({ offer: { trial } }) => trial ?? []);
  const [first, ...others] = each.filter((one) => one.offer.trial === undefined);
  const cards = outcomes.map((trial) => (
    <TrialOutcome key={trial.run.identity.id} trial={trial} shown={shown} />
  ));
  return (
    <div class="remedy">
      <p class="alarm-remedy">
        <Text message={remedy.text} />
      </p>
      {changes && (
        <p class="remedy-change">
          <Text message={changesText(changes)} />
        </p>
      )}
      {!isOfAll && <ForRuns each={each} shown={shown} />}
      {cards.slice(0, atOnce)}
      <AndMore count={cards.length - atOnce}>{cards.slice(atOnce)}</AndMore>
      {changes && first && <TryIt offers={[first, ...others]} />}
    </div>
  );
}

function ForRuns({ each, shown }: { readonly each: UnitedOffer['each']; readonly shown: Shown }): JSX.Element {
  const { t } = usePage();
  const groups = seedGroups(each.map(({ raised }: OfferedTo) => raised.run));
  const names = groups.map(({ name, runs }) => (
    <RunName key={runs[0].identity.id} run={runs[0]} name={name} shown={shown}>
      {runs.length > 1 && t(message('{count} seeds', { count: count(runs.length) }))}
    </RunName>
  ));
  return (
    <div class="remedy-runs">
      {names.slice(0, atOnce)}
      <AndMore count={names.length - atOnce}>{names.slice(atOnce)}</AndMore>
    </div>
  );
} // prettier-ignore
