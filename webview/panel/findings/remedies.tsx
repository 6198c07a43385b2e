import type { JSX } from 'preact';
import { atOnce } from '../../../src/insight/few.ts';
import type { AlarmGroup, Raised } from '../../../src/insight/rules/alarms.ts';
import { rules, type RuleName } from '../../../src/insight/rules/catalogue.ts';
import { trialsOf } from '../../../src/insight/trials/trial.ts';
import { unitedOffers, type UnitedOffer } from '../../../src/insight/trials/united-offers.ts';
import { count, message } from '../../../src/l10n.ts';
import { seedGroups } from '../../../src/run/seed-groups.ts';
import { usePage } from '../../context.ts';
import type { Shown } from '../shown.ts';
import { Remedy } from './remedy.tsx';

interface Props {
  readonly group: AlarmGroup;
  readonly shown: Shown;
}

/** What the runs could be tried with, each once, and what became of what was tried. */
export function Remedies({ group, shown }: Props): JSX.Element {
  const { t } = usePage();
  const told = firstRuns(group);
  const cause = causeOfAll(told);
  const offers = unitedOffers(ofFew(told), trialsOf(shown.all));
  const open = offers.filter((offer) => isOpen(offer, group, cause)).slice(0, atOnce);
  const folded = offers.filter((offer) => !open.includes(offer));
  const show = (offer: UnitedOffer, index: number): JSX.Element => (
    <Remedy key={index} offer={offer} isOfAll={offer.each.length === told.length} shown={shown} />
  );
  return (
    <>
      <h4>{t(message('What to try'))}</h4>
      {cause && <p>{t(message('First what “{cause}” proposes.', { cause: rules[cause].name }))}</p>}
      {open.map(show)}
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

/** Without the trials that did not help and so have the symptom too: the outcome at their first run says it. */
function firstRuns({ raised }: AlarmGroup): readonly Raised[] {
  const ids = raised.map(({ run }) => run.identity.id);
  return raised.filter(({ run: { identity } }) => {
    const { purpose } = identity;
    return purpose?.kind !== 'remedy' || !ids.includes(purpose.of);
  });
}

/** Of many experiments with the symptom only the first: more would make a list of what is to be a finding. */
function ofFew(told: readonly Raised[]): readonly Raised[] {
  const few = seedGroups(told.map(({ run }) => run)).slice(0, atOnce);
  return told.filter(({ run }) => few.some(({ runs }) => runs.includes(run)));
}

/** What else may have brought the symptom about in every run that has it; undefined where it may be the fault itself. */
function causeOfAll([first, ...others]: readonly Raised[]): RuleName | undefined {
  return others.every(({ cause }) => cause === first?.cause) ? first?.cause : undefined;
}

/** The first remedy of a run whose symptom has no cause beside it, and what was tried for this rule. */
function isOpen({ each }: UnitedOffer, { rule }: AlarmGroup, cause: RuleName | undefined): boolean {
  return each.some(({ offer: { index, trial } }) => {
    const purpose = trial?.run.identity.purpose;
    return (
      (index === 0 && cause === undefined) || (purpose?.kind === 'remedy' && purpose.rule === rule)
    );
  });
}
