import type { JSX } from 'preact';
import type { AlarmGroup } from '../../../src/insight/rules/alarms.ts';
import { rules } from '../../../src/insight/rules/catalogue.ts';
import { measured } from '../../../src/insight/rules/measured.ts';
import type { Certainty } from '../../../src/insight/rules/rule.ts';
import { count, message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { AlarmRuns } from './alarm-runs.tsx';
import { Remedies } from './remedies.tsx';

interface Props {
  /** Which of the runs these are, for ids of their own. */
  readonly part: string;
  readonly group: AlarmGroup;
  readonly shown: Shown;
}

/** What one rule found, in which runs, what it means and what to try. */
export function AlarmCard({ part, group, shown }: Props): JSX.Element {
  const { t } = usePage();
  const [{ alarm }] = group.raised;
  const id = `alarm-${part}-${group.rule}`;
  return (
    <section class={`card alarm alarm-${alarm.certainty}`} aria-labelledby={id}>
      <h3 id={id}>
        <Icon name="warning" />
        {t(rules[group.rule].name)}
      </h3>
      <AlarmRuns group={group} shown={shown} />
      <p>
        <Text message={alarm.meaning} />
      </p>
      <Remedies group={group} shown={shown} />
      <SmallPrint group={group} certainty={alarm.certainty} />
    </section>
  );
}

const certainties: Record<Certainty, Message> = {
  certain: message('Certain: a fact of arithmetic.'),
  likely: message('Likely.'),
  hint: message('A hint.'),
};

function SmallPrint({
  group,
  certainty,
}: {
  readonly group: AlarmGroup;
  readonly certainty: Certainty;
}): JSX.Element {
  const { t } = usePage();
  const { condition, source } = rules[group.rule];
  return (
    <details class="alarm-rule read-at">
      <summary>
        {t(
          message('{certainty} {record}', {
            certainty: certainties[certainty],
            record: record(group),
          }),
        )}
      </summary>
      <p>{t(message('Rule: {condition}', { condition }))}</p>
      <p>{t(message('Source: {source}', { source }))}</p>
    </details>
  );
}

/** How the rule did where the truth is known. */
function record({ rule }: AlarmGroup): Message {
  const { hits, planted, falseAlarms, healthy } = measured[rule];
  return message(
    'This rule found {hits} of {planted} planted faults, with {alarms} false alarms in {healthy} healthy runs.',
    { hits: count(hits), planted: count(planted), alarms: count(falseAlarms), healthy: count(healthy) },
  ); // prettier-ignore
}
