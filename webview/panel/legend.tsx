import type { JSX } from 'preact';
import { message } from '../../src/l10n.ts';
import { stateLabel } from '../../src/run/labels.ts';
import { isFinished, type Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Icon } from '../parts/icon.tsx';
import { Notices } from '../parts/notices.tsx';
import { Parts } from '../parts/parts.tsx';
import { progressParts } from '../parts/progress.ts';
import { Swatch } from '../parts/swatch.tsx';
import { ownParts } from './differences.ts';
import { slotOf, type Shown } from './shown.ts';

/** Which colour is which run, how it stands, and what the kinds of line mean. */
export function Legend(shown: Shown): JSX.Element {
  const { t } = usePage();
  const states = shown.runs.map((run) => `${run.identity.name}: ${t(stateLabel(run))}`);
  return (
    <section class="legend" aria-label={t(message('Runs'))}>
      <ul>
        {shown.runs.map((run) => (
          <LegendRow key={run.identity.id} run={run} shown={shown} />
        ))}
      </ul>
      <Notices runs={shown.runs} />
      <p class="visually-hidden" role="status">
        {states.join(', ')}
      </p>
    </section>
  );
}

function LegendRow({ run, shown }: { readonly run: Run; readonly shown: Shown }): JSX.Element {
  const { t } = usePage();
  const own = ownParts(run, shown.runs);
  const isTrouble = run.state === 'diverged' || run.state === 'failed';
  return (
    <li>
      <span class="legend-name">
        <Swatch slot={slotOf(shown, run)} />
        {run.identity.name}
      </span>
      {own.length > 0 && <span>{own.map(t).join(' · ')}</span>}
      <span class="legend-state">
        {isTrouble && <Icon name="warning" />}
        <span>
          <Parts parts={progressParts(run).map(t)} />
        </span>
      </span>
      {isFinished(run.state) && run.reason !== undefined && (
        <span class="legend-reason">{t(run.reason)}</span>
      )}
    </li>
  );
}
