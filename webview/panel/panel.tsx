import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { assignSlots } from '../run-slots.ts';
import { Curves } from './curves.tsx';
import { Explain } from './explain.tsx';
import { Findings } from './findings.tsx';
import { Gradients } from './gradients/gradients.tsx';
import { Header } from './header.tsx';
import { Legend } from './legend.tsx';
import { tabLabels, Tabs } from './tabs.tsx';
import type { Shown } from './shown.ts';
import { Validation } from './validation.tsx';

/** The view in the editor area: plots before words. */
export function Panel({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  if (runs.length === 0) return <EmptyState />;
  return <Comparison runs={runs} />;
}

function Comparison({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const { t, choices } = usePage();
  const ids = runs.map((run) => run.identity.id).join();
  const slots = useMemo(() => assignSlots(runs), [ids]);
  const shown: Shown = { runs, slots };
  return (
    <main class="panel">
      <Header {...shown} />
      <Legend {...shown} />
      <Tabs />
      <div class="panel-body">
        <div
          class="panel-plots"
          role="tabpanel"
          id="tabpanel"
          tabIndex={0}
          aria-labelledby={`tab-${choices.tab}`}
        >
          <h2 class="visually-hidden">{t(tabLabels[choices.tab])}</h2>
          {choices.tab === 'curves' && <Curves {...shown} />}
          {choices.tab === 'gradients' && <Gradients {...shown} />}
          {choices.tab === 'validation' && <Validation {...shown} />}
          {choices.tab === 'explain' && <Explain {...shown} />}
        </div>
        <aside class="panel-findings" aria-label={t(message('Findings'))}>
          <Findings {...shown} />
        </aside>
      </div>
    </main>
  );
}
