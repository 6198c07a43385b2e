import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/icon.tsx';
import { extentOf, withRuns } from './visibility.ts';

interface Props {
  readonly runs: readonly Run[];
  readonly name: string;
}

/** A check box that looks like an eye: hidden runs are drawn nowhere. */
export function VisibilityBox({ runs, name }: Props): JSX.Element {
  const { t, choices, choose } = usePage();
  const box = useRef<HTMLInputElement>(null);
  const extent = extentOf(new Set(choices.hidden), runs);
  const label = t(message('Show {run}', { run: name }));
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = extent === 'some';
  }, [extent]);
  return (
    <label class="run-eye" title={label}>
      <input
        type="checkbox"
        ref={box}
        checked={extent === 'none'}
        aria-label={label}
        onChange={() => choose({ hidden: withRuns(choices.hidden, runs, extent === 'none') })}
      />
      <Icon name={extent === 'all' ? 'hidden' : 'visible'} />
    </label>
  );
}
