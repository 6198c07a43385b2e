import type { JSX } from 'preact';
import { atOnce } from '../../../src/insight/few.ts';
import { alarmGroups } from '../../../src/insight/rules/alarms.ts';
import { count, message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import type { Shown } from '../shown.ts';
import { AlarmCard } from './alarm-card.tsx';

interface Props {
  /** Which of the runs these are, for ids of their own. */
  readonly part: string;
  readonly shown: Shown;
}

/** What is wrong with the runs, a card a rule, the most severe first; nothing where nothing is. */
export function AlarmCards({ part, shown }: Props): JSX.Element | null {
  const groups = alarmGroups(shown.runs);
  if (groups.length === 0) return null;
  const cards = groups.map((group) => (
    <AlarmCard key={group.rule} part={part} group={group} shown={shown} />
  ));
  const more = cards.slice(atOnce);
  return (
    <>
      {cards.slice(0, atOnce)}
      {more.length > 0 && <More cards={more} />}
    </>
  );
}

function More({ cards }: { readonly cards: readonly JSX.Element[] }): JSX.Element {
  const { t } = usePage();
  const title =
    cards.length === 1
      ? message('One more symptom')
      : message('{count} more symptoms', { count: count(cards.length) });
  return (
    <details class="more-alarms">
      <summary>{t(title)}</summary>
      {cards}
    </details>
  );
}
