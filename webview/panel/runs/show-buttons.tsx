import type { JSX } from 'preact';
import { message, type Message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import type { Shown } from '../shown.ts';

interface Props {
  readonly shown: Shown;
  readonly listed: readonly Run[];
}

/** Draw all, or only those that are pinned or listed; each where it would change something. */
export function ShowButtons({ shown, listed }: Props): JSX.Element {
  const { choices } = usePage();
  const pinned = shown.all.filter(({ identity }) => choices.pinned.includes(identity.id));
  return (
    <>
      <Only label={message('Show all')} runs={shown.all} shown={shown} />
      <Only label={message('Only pinned')} runs={pinned} shown={shown} />
      {listed.length < shown.all.length && (
        <Only label={message('Only listed')} runs={listed} shown={shown} />
      )}
    </>
  );
}

interface OnlyProps {
  readonly label: Message;
  readonly runs: readonly Run[];
  readonly shown: Shown;
}

function Only({ label, runs, shown }: OnlyProps): JSX.Element | null {
  const { t, choose } = usePage();
  const isSo = runs.length === shown.runs.length && runs.every((run) => shown.runs.includes(run));
  if (runs.length === 0 || isSo) return null;
  const hidden = shown.all.filter((run) => !runs.includes(run)).map(({ identity }) => identity.id);
  return (
    <button type="button" class="button compact" onClick={() => choose({ hidden })}>
      {t(label)}
    </button>
  );
}
