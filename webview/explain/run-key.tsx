import type { JSX } from 'preact';
import { message, type Message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { Swatch } from '../parts/swatch.tsx';
import type { Slot } from '../run-slots.ts';

export interface KeyedRun {
  readonly id: string;
  readonly name: string;
  readonly slot: Slot;
  /** What its column gives, where that differs from run to run. */
  readonly gives?: Message;
}

/**
 * The names of a table's columns, above it: by number, since the seeds of one experiment share a colour and a
 * marker.
 */
export function RunKey({ runs }: { readonly runs: readonly KeyedRun[] }): JSX.Element {
  const { t } = usePage();
  return (
    <ol class="run-key" aria-label={t(message('Columns'))}>
      {runs.map(({ id, name, slot, gives }, index) => (
        <li key={id}>
          <Swatch slot={slot} />
          <span class="column-number">{index + 1}</span>
          <span>
            <bdi>{name}</bdi>
            {gives && <span class="read-at"> {t(gives)}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
