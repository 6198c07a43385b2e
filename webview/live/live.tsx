import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message } from '../../src/l10n.ts';
import { isActive, type Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Controls } from '../parts/controls.tsx';
import { Notices } from '../parts/notices.tsx';
import { assignSlots, slotsVersion } from '../run-slots.ts';
import { LiveRun } from './live-run.tsx';

/** The view in the sidebar: what trains now, or what has just ended. */
export function Live({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const { t } = usePage();
  const slots = useMemo(() => assignSlots(runs), [slotsVersion(runs)]);
  if (runs.length === 0) return <Empty />;
  const active = runs.filter((run) => isActive(run.state));
  return (
    <main class="live">
      <h1 class="visually-hidden">{t(message('Runs'))}</h1>
      {runs.map((run) => (
        <LiveRun key={run.identity.id} run={run} slot={slots.get(run.identity.id) ?? 0} />
      ))}
      <Notices runs={runs} />
      {active.length > 1 && <Controls runs={active} of={message('all runs')} words="all" />}
    </main>
  );
}

function Empty(): JSX.Element {
  const { t } = usePage();
  return (
    <main class="empty">
      <h1 class="visually-hidden">{t(message('Live'))}</h1>
      <p>{t(message('While a model trains, its loss is here.'))}</p>
    </main>
  );
}
