import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';
import { TableRegion } from './table-region.tsx';

interface Props {
  readonly label: string;
  /** Makes what is in the table; called only while it is open. */
  readonly content: () => ComponentChildren;
}

/** The same as a table: for a screen reader, and to copy. */
export function TableTwin({ label, content }: Props): JSX.Element {
  const { t } = usePage();
  const [open, setOpen] = useState(false);
  return (
    <details class="plot-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t(message('Show as table'))}</summary>
      {open && <TableRegion label={label}>{content()}</TableRegion>}
    </details>
  );
}
