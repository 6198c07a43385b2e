import type { ComponentChildren, JSX } from 'preact';
import { Swatch } from '../parts/swatch.tsx';
import type { Slot } from '../run-slots.ts';

/** With more runs than this a column has room for a run's sign, not for its name. */
const mostNamed = 3;

export function hasManyColumns(runs: readonly unknown[]): boolean {
  return runs.length > mostNamed;
}

interface Props {
  readonly name: string;
  readonly slot: Slot;
  readonly isNamed: boolean;
  readonly children?: ComponentChildren;
}

/** The head of a run's column in a table beside the curves; its name is said if it is not shown. */
export function RunHead({ name, slot, isNamed, children }: Props): JSX.Element {
  return (
    <th scope="col" title={name}>
      <Swatch slot={slot} />
      <span class={isNamed ? 'of-run' : 'visually-hidden'}>{name}</span>
      {isNamed && children}
    </th>
  );
}
