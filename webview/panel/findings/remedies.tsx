import type { JSX } from 'preact';
import type { AlarmGroup, Raised } from '../../../src/insight/rules/alarms.ts';
import { offersOf, type Offer } from '../../../src/insight/trials/offers.ts';
import { trialsOf, type Trial } from '../../../src/insight/trials/trial.ts';
import { count, message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { slotOf, type Shown } from '../shown.ts';
import { Remedy } from './remedy.tsx';

/** Runs whose remedies are told: more would make a list of what is to be a finding. */
const most = 3;

interface Props {
  readonly group: AlarmGroup;
  readonly shown: Shown;
}

/** What each run could be tried with, and what became of what was tried. */
export function Remedies({ group, shown }: Props): JSX.Element {
  const { t } = usePage();
  const trials = trialsOf(shown.all);
  const told = firstRuns(group).slice(0, most);
  const isOne = told.length === 1;
  return (
    <>
      <h4>{t(message('What to try'))}</h4>
      {told.map((raised) => (
        <div class="alarm-remedies" key={raised.run.identity.id}>
          {!isOne && (
            <p class="alarm-run">
              <Swatch slot={slotOf(shown, raised.run)} />
              <bdi>{raised.run.identity.name}</bdi>
            </p>
          )}
          <OffersOf raised={raised} trials={trials} shown={shown} />
        </div>
      ))}
    </>
  );
}

/** Without the trials that did not help and so have the symptom too: the outcome at their first run says it. */
function firstRuns({ raised }: AlarmGroup): readonly Raised[] {
  const ids = raised.map(({ run }) => run.identity.id);
  return raised.filter(({ run: { identity } }) => {
    const { purpose } = identity;
    return purpose?.kind !== 'remedy' || !ids.includes(purpose.of);
  });
}

/** The first and what was tried for this rule; the others folded. */
function OffersOf({
  raised,
  trials,
  shown,
}: {
  readonly raised: Raised;
  readonly trials: readonly Trial[];
  readonly shown: Shown;
}): JSX.Element {
  const { t } = usePage();
  const offers = offersOf(raised, trials);
  const isOpen = ({ index, trial }: Offer): boolean => {
    const purpose = trial?.run.identity.purpose;
    return index === 0 || (purpose?.kind === 'remedy' && purpose.rule === raised.rule);
  };
  const folded = offers.filter((offer) => !isOpen(offer));
  const show = (offer: Offer): JSX.Element => (
    <Remedy key={offer.index} raised={raised} offer={offer} shown={shown} />
  );
  return (
    <>
      {offers.filter(isOpen).map(show)}
      {folded.length > 0 && (
        <details class="more-remedies">
          <summary>
            {t(message('Other remedies ({count})', { count: count(folded.length) }))}
          </summary>
          {folded.map(show)}
        </details>
      )}
    </>
  );
}
