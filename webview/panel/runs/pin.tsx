import type { JSX } from 'preact';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { extentOf, withRuns } from './visibility.ts';

interface Props {
  readonly runs: readonly Run[];
  readonly name: string;
}

/** Keeps a row at the top of the list. */
export function Pin({ runs, name }: Props): JSX.Element {
  const { t, choices, choose } = usePage();
  const isPinned = extentOf(new Set(choices.pinned), runs) !== 'none';
  const label = t(message('Pin {run} to the top', { run: name }));
  return (
    <button
      type="button"
      class="run-pin"
      aria-pressed={isPinned}
      aria-label={label}
      title={label}
      onClick={() => choose({ pinned: withRuns(choices.pinned, runs, !isPinned) })}
    >
      <Icon name="pin" />
    </button>
  );
}
