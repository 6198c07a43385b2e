import type { ComponentChildren, JSX } from 'preact';
import { count as countOf, message } from '../../src/l10n.ts';
import { usePage } from '../context.ts';

/** What would be too much at once, folded; nothing where there is no more. */
export function AndMore({
  count,
  children,
}: {
  readonly count: number;
  readonly children: ComponentChildren;
}): JSX.Element | null {
  const { t } = usePage();
  if (count <= 0) return null;
  return (
    <details class="and-more">
      <summary>{t(message('And {count} more', { count: countOf(count) }))}</summary>
      {children}
    </details>
  );
}
