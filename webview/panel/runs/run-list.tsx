import type { JSX } from 'preact';
import { message, type MessageArg } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Notices } from '../../parts/notices.tsx';
import type { Shown } from '../shown.ts';
import { BriefList } from './brief-list.tsx';
import { measuresOf } from './measures.ts';
import { RunTable } from './run-table.tsx';
import { StateNews } from './state-news.tsx';

interface Props extends Shown {
  /** What a run has at the linked cursor; left out while there is none. */
  readonly valueAt?: (run: Run) => MessageArg | undefined;
}

/** More runs than this are a table. */
const few = 4;

/** Every run of the panel, also the hidden: lines for few, a table for many or for seeds. */
export function RunList({ valueAt, ...shown }: Props): JSX.Element {
  const { t, choices } = usePage();
  const { all } = shown;
  const isBrief = all.length <= few && !hasSeeds(all);
  const measures = measuresOf(all);
  const measure = measures.find(({ id }) => id === choices.measure) ?? measures[0];
  return (
    <section class="runs" aria-label={t(message('Runs'))}>
      <div class="runs-body">
        {isBrief && !choices.details ? (
          <BriefList shown={shown} measure={measure} valueAt={valueAt} />
        ) : (
          <RunTable shown={shown} measure={measure} measures={measures} valueAt={valueAt} />
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
