import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { isOfSweep } from '../../src/insight/fair/sweeps.ts';
import { message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { assignSlots, slotsVersion } from '../run-slots.ts';
import { Curves } from './curves.tsx';
import { Data } from './data/data.tsx';
import { Explain } from './explain.tsx';
import { Findings } from './findings/findings.tsx';
import { Gradients } from './gradients/gradients.tsx';
import { Header } from './header.tsx';
import { PointCard } from './point-card.tsx';
import { AllHidden } from './runs/all-hidden.tsx';
import { RunList } from './runs/run-list.tsx';
import { tabLabels, Tabs } from './tabs.tsx';
import type { Shown } from './shown.ts';
import { Validation } from './validation.tsx';
import { Verdict } from './verdict/verdict.tsx';

/** The view in the editor area: plots before words. */
export function Panel({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  if (runs.length === 0) return <EmptyState />;
  return <Comparison all={runs} />;
}

function Comparison({ all: given }: { readonly all: readonly Run[] }): JSX.Element {
  const { t, choices } = usePage();
  const slots = useMemo(() => assignSlots(given), [slotsVersion(given)]);
  const all = choices.sweeps ? given : withoutSweeps(given);
  const runs = all.filter(({ identity }) => !choices.hidden.includes(identity.id));
  const shown: Shown = { runs, all, slots };
  return (
    <main class="panel">
      <Header {...shown} />
      <RunList {...shown} />
      <Tabs />
      <div class={choices.tab === 'explain' ? 'panel-body whole' : 'panel-body'}>
        <div
          class="panel-plots"
          role="tabpanel"
          id="tabpanel"
          tabIndex={0}
          aria-labelledby={`tab-${choices.tab}`}
        >
          <h2 class="visually-hidden">{t(tabLabels[choices.tab])}</h2>
          {runs.length === 0 ? <AllHidden /> : <TabPanel {...shown} />}
        </div>
        {runs.length > 0 && choices.tab !== 'explain' && (
          <aside class="panel-findings" aria-label={t(message('Findings'))}>
            <PointCard {...shown} />
            <Findings {...shown} />
          </aside>
        )}
      </div>
    </main>
  );
}

/** The runs of a sweep are many and short, and shown on the Verdict tab; by themselves they are shown as any. */
function withoutSweeps(runs: readonly Run[]): readonly Run[] {
  const others = runs.filter((run) => !isOfSweep(run));
  return others.length > 0 ? others : runs;
}

function TabPanel(shown: Shown): JSX.Element {
  switch (usePage().choices.tab) {
    case 'curves':
      return <Curves {...shown} />;
    case 'gradients':
      return <Gradients {...shown} />;
    case 'validation':
      return <Validation {...shown} />;
    case 'data':
      return <Data {...shown} />;
    case 'explain':
      return <Explain {...shown} />;
    case 'verdict':
      return <Verdict {...shown} />;
  }
}
