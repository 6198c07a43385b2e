import type { JSX } from 'preact';
import { message, type MessageArg } from '../../../src/l10n.ts';
import { isFinished, type Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Parts } from '../../parts/parts.tsx';
import { progressParts } from '../../parts/progress.ts';
import { ownParts } from '../differences.ts';
import { slotOf, type Shown } from '../shown.ts';
import { ColourButton } from './colour-button.tsx';
import { toldBest } from './columns.ts';
import type { Measure } from './measures.ts';
import { VisibilityBox } from './visibility-box.tsx';

interface Props {
  readonly shown: Shown;
  readonly measure: Measure;
  readonly valueAt: ((run: Run) => MessageArg | undefined) | undefined;
}

/** A line a run, for few: which colour it has, what it has for itself, and how it stands. */
export function BriefList({ shown, measure, valueAt }: Props): JSX.Element {
  return (
    <ul class="runs-brief">
      {shown.all.map((run) => (
        <Line
          key={run.identity.id}
          run={run}
          shown={shown}
          measure={measure}
          value={valueAt?.(run)}
        />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly run: Run;
  readonly shown: Shown;
  readonly measure: Measure;
  readonly value: MessageArg | undefined;
}

function Line({ run, shown, measure, value }: LineProps): JSX.Element {
  const { t } = usePage();
  const { name } = run.identity;
  const own = ownParts(run, shown.all);
  const best = toldBest(run, measure);
  const parts = [...progressParts(run), ...(best ? [message('best {best}', { best })] : [])];
  return (
    <li class={shown.runs.includes(run) ? undefined : 'is-hidden'}>
      <span class="run-name">
        {shown.all.length > 1 && <VisibilityBox runs={[run]} name={name} />}
        <ColourButton runs={[run]} name={name} slot={slotOf(shown, run)} />
        <bdi>{name}</bdi>
      </span>
      {own.length > 0 && <span>{own.map(t).join(' · ')}</span>}
      {value !== undefined && <strong>{t(message('{value}', { value }))}</strong>}
      <State run={run} parts={parts.map(t)} />
      {isFinished(run.state) && run.reason !== undefined && (
        <span class="run-reason">{t(run.reason)}</span>
      )}
    </li>
  );
}

function State({ run, parts }: { readonly run: Run; readonly parts: string[] }): JSX.Element {
  const isTrouble = run.state === 'diverged' || run.state === 'failed';
  return (
    <span class="run-state">
      {isTrouble && <Icon name="warning" />}
      <span>
        <Parts parts={parts} />
      </span>
    </span>
  );
}
