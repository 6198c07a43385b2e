import type { JSX } from 'preact';
import { atOnce } from '../../../src/insight/few.ts';
import type { AlarmGroup } from '../../../src/insight/rules/alarms.ts';
import {
  seedAlarms,
  seedPlace,
  seedReading,
  type SeedAlarm,
} from '../../../src/insight/rules/seed-alarms.ts';
import { count, message } from '../../../src/l10n.ts';
import { usePage } from '../../context.ts';
import { AndMore } from '../../parts/and-more.tsx';
import { Text } from '../../parts/text.tsx';
import type { Shown } from '../shown.ts';
import { RunName } from './run-name.tsx';
import { useShow } from './use-show.ts';

interface Props {
  readonly group: AlarmGroup;
  readonly shown: Shown;
}

/** What a rule measured in the runs that it has something to say of, with the way to its place. */
export function AlarmRuns({ group, shown }: Props): JSX.Element {
  const rows = seedAlarms(group, shown.runs).map((alarm) => (
    <AlarmRun key={alarm.raised[0].run.identity.id} alarm={alarm} shown={shown} />
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
  alarm,
  shown,
}: {
  readonly alarm: SeedAlarm;
  readonly shown: Shown;
}): JSX.Element {
  const { t } = usePage();
  const show = useShow();
  const { name, raised, seeds } = alarm;
  const [first] = raised;
  const of = { raised: count(raised.length), seeds: count(seeds) };
  return (
    <li>
      <RunName run={first.run} name={name} shown={shown}>
        {seeds > 1 && t(message('{raised} of {seeds} seeds', of))}
      </RunName>
      <p>
        <Text message={seedReading(alarm)} />
      </p>
      <p class="alarm-place">
        <span class="read-at">{t(seedPlace(alarm))}</span>
        <button
          type="button"
          class="button"
          aria-label={t(message('Show on the chart: {run}', { run: first.run.identity.name }))}
          onClick={() => show(first.run, first.alarm.place)}
        >
          {t(message('Show on the chart'))}
        </button>
      </p>
    </li>
  );
}
