import type { JSX } from 'preact';
import type { AlarmGroup, Raised } from '../../../src/insight/rules/alarms.ts';
import { rules } from '../../../src/insight/rules/catalogue.ts';
import { placeText, readingText } from '../../../src/insight/rules/alarm-text.ts';
import { atOnce } from '../../../src/insight/few.ts';
import { message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { AndMore } from '../../parts/and-more.tsx';
import { Swatch } from '../../parts/swatch.tsx';
import { Text } from '../../parts/text.tsx';
import { slotOf, type Shown } from '../shown.ts';
import { useShow } from './use-show.ts';

interface Props {
  readonly group: AlarmGroup;
  readonly shown: Shown;
}

/** The measured value of each run that a rule has something to say of, with the way to its place. */
export function AlarmRuns({ group, shown }: Props): JSX.Element {
  const rows = group.raised.map((raised) => (
    <AlarmRun key={raised.run.identity.id} raised={raised} shown={shown} />
  ));
  return (
    <>
      <ul class="alarm-runs">{rows.slice(0, atOnce)}</ul>
      <AndMore count={rows.length - atOnce}>
        <ul class="alarm-runs">{rows.slice(atOnce)}</ul>
      </AndMore>
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
        <Text message={readingText(rules[rule].quantity, alarm)} />
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
