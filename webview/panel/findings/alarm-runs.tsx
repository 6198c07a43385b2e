import type { JSX } from 'preact';
import type { AlarmGroup, Raised } from '../../../src/insight/rules/alarms.ts';
import { rules } from '../../../src/insight/rules/catalogue.ts';
import type { Alarm, Place } from '../../../src/insight/rules/rule.ts';
import { count, message, type Message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { Text } from '../../parts/text.tsx';
import { slotOf, type Shown } from '../shown.ts';
import { useShow } from './use-show.ts';

/** More would make a list of what is to be a finding. */
const most = 3;

interface Props {
  readonly group: AlarmGroup;
  readonly shown: Shown;
}

/** The measured value of each run that a rule has something to say of, with the way to its place. */
export function AlarmRuns({ group, shown }: Props): JSX.Element {
  const { t } = usePage();
  const others = group.raised.length - most;
  return (
    <>
      <ul class="alarm-runs">
        {group.raised.slice(0, most).map((raised) => (
          <AlarmRun key={raised.run.identity.id} raised={raised} shown={shown} />
        ))}
      </ul>
      {others > 0 && (
        <p class="note">{t(message('And in {count} more runs.', { count: count(others) }))}</p>
      )}
    </>
  );
}

function AlarmRun({
  raised: { rule, run, alarm },
  shown,
}: {
  readonly raised: Raised;
  readonly shown: Shown;
}): JSX.Element {
  const { t } = usePage();
  const show = useShow();
  const { name } = run.identity;
  return (
    <li>
      <p class="alarm-run">
        <Swatch slot={slotOf(shown, run)} />
        <bdi>{name}</bdi>
      </p>
      <p>
        <Text message={reading(rules[rule].quantity, alarm)} />
      </p>
      <p class="alarm-place">
        <span class="read-at">{t(placeText(alarm.place))}</span>
        <button
          type="button"
          class="button"
          aria-label={t(message('Show on the chart: {run}', { run: name }))}
          onClick={() => show(run, alarm.place)}
        >
          {t(message('Show on the chart'))}
        </button>
      </p>
    </li>
  );
}

/** The value, and where the limit lies. */
function reading(quantity: Message, { value, limit, side }: Alarm): Message {
  const parts = { quantity, value, limit };
  switch (side) {
    case 'above':
      return message('{quantity}: {value}; the limit is {limit}.', parts);
    case 'below':
      return message('{quantity}: {value}; expected is {limit} at least.', parts);
    case 'last':
      return message('{quantity}: {value}, the last before it diverged.', parts);
    case 'near':
      return message('{quantity}: {value}; the telling value is {limit}.', parts);
  }
}

function placeText({ step, epoch, layer }: Place): Message {
  const at = placeInTime(step, epoch);
  return layer === undefined ? at : message('{layer}, {at}', { layer, at });
}

function placeInTime(step: number, epoch: number): Message {
  if (step === 0) return message('before the first step');
  return message('epoch {epoch}, step {step}', { epoch: count(epoch), step: count(step) });
}
