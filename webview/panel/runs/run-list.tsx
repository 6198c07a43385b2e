import type { JSX } from 'preact';
import { message, type MessageArg } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Notices } from '../../parts/notices.tsx';
import { useStore } from '../../use-store.ts';
import type { Shown } from '../shown.ts';
import { BriefList } from './brief-list.tsx';
import { measuresOf, valueAt } from './measures.ts';
import { RunTable } from './run-table.tsx';
import { StateNews } from './state-news.tsx';

/** More runs than this are a table. */
const few = 4;

/** Every run of the panel, also the hidden: lines for few, a table for many or for seeds. */
export function RunList(shown: Shown): JSX.Element {
  const { t, choices, cursor } = usePage();
  const pointed = useStore(cursor, (at) => at);
  const { all } = shown;
  const isBrief = all.length <= few && !hasSeeds(all);
  const measures = measuresOf(all);
  const measure = measures.find(({ id }) => id === choices.measure) ?? measures[0];
  const atCursor =
    pointed && ((run: Run): MessageArg | undefined => valueAt(measure, run, pointed));
  return (
    <section class="runs" aria-label={t(message('Runs'))}>
      <div class="runs-body">
        {isBrief && !choices.details ? (
          <BriefList shown={shown} measure={measure} valueAt={atCursor} />
        ) : (
          <RunTable shown={shown} measure={measure} measures={measures} valueAt={atCursor} />
        )}
        {isBrief && all.length > 1 && <DetailsButton />}
      </div>
      <Notices runs={all} />
      <StateNews runs={all} />
    </section>
  );
}

function hasSeeds(runs: readonly Run[]): boolean {
  const groups = runs.flatMap(({ identity }) => identity.group ?? []);
  return new Set(groups).size < groups.length;
}

function DetailsButton(): JSX.Element {
  const { t, choices, choose } = usePage();
  const label = t(message('Table of the runs'));
  return (
    <button
      type="button"
      class="runs-details"
      aria-expanded={choices.details}
      aria-label={label}
      title={label}
      onClick={() => choose({ details: !choices.details })}
    >
      <Icon name="more" />
    </button>
  );
}
