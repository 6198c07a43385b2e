import type { ComponentChildren, JSX } from 'preact';
import { Swatch } from '../parts/swatch.tsx';
import type { Slot } from '../run-slots.ts';

/** With more runs than this a column has room for a run's number, not for its name: see `RunKey`. */
const mostNamed = 3;

export function hasManyColumns(runs: readonly unknown[]): boolean {
  return runs.length > mostNamed;
}

interface Props {
  readonly name: string;
  readonly slot: Slot;
  /** In the key above the table, from 1 on; undefined where there is none, and the column has the name. */
  readonly number: number | undefined;
  readonly children?: ComponentChildren;
}

/** The head of a run's column in a table beside the curves; its name is said if it is not shown. */
export function RunHead({ name, slot, number, children }: Props): JSX.Element {
  if (number === undefined) {
    return (
      <th scope="col" title={name}>
        <Swatch slot={slot} />
        <span class="of-run">{name}</span>
        {children}
      </th>
    );
  }
  return (
    <th scope="col" title={name}>
      <Swatch slot={slot} />
      <span class="column-number" aria-hidden="true">
        {number}
      </span>
      <span class="visually-hidden">{name}</span>
    </th>
  );
}
