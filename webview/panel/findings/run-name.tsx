import type { ComponentChildren, JSX } from 'preact';
import type { Run } from '../../../src/run/run.ts';
import { Swatch } from '../../parts/swatch.tsx';
import { slotOf, type Shown } from '../shown.ts';

interface Props {
  /** Whose colour it has. */
  readonly run: Run;
  readonly name: string;
  readonly shown: Shown;
  /** What is added to the name, such as the number of seeds. */
  readonly children?: ComponentChildren;
}

/** The name of a run, or of the seeds of one experiment, behind its piece of line. */
export function RunName({ run, name, shown, children }: Props): JSX.Element {
  return (
    <p class="alarm-run">
      <Swatch slot={slotOf(shown, run)} />
      <span>
        <bdi>{name}</bdi>
        {children && <span class="note"> · {children}</span>}
      </span>
    </p>
  );
}
