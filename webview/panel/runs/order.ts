import type { Translator } from '../../../src/l10n.ts';
import { stateLabel } from '../../../src/run/labels.ts';
import type { Run } from '../../../src/run/run.ts';
import type { Column } from './columns.ts';
import type { Row } from './rows.ts';
import { asMessage } from './setting-columns.ts';
import { settings } from './settings.ts';

/** A column by its id, and which way. */
export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

/** What a click on a column's head does: its first order, then the other, then none. */
export function sortAfter(last: Sort | null, { id, first }: Column): Sort | null {
  const descending = first === 'descending';
  if (last?.by !== id) return { by: id, descending };
  return last.descending === descending ? { by: id, descending: !descending } : null;
}

/** Equal rows stay in their order, and those with nothing to sort by come last either way. */
export function sorted(
  rows: readonly Row[],
  sort: Sort | null,
  columns: readonly Column[],
  t: Translator,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.by);
  if (sort === null || column === undefined) return rows;
  const collator = new Intl.Collator(t.locale, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column, t) }));
  const hasKey = keyed.filter(({ key }) => key !== undefined);
  const sign = sort.descending ? -1 : 1;
  hasKey.sort((a, b) => sign * compare(a.key, b.key, collator));
  const rest = keyed.filter(({ key }) => key === undefined);
  return [...hasKey, ...rest].map(({ row }) => row);
}

type Key = number | string | undefined;

function keyOf(row: Row, column: Column, t: Translator): Key {
  const key = column.key(row);
  if (typeof key === 'number') return Number.isNaN(key) ? undefined : key;
  return key && t(key);
}

function compare(a: Key, b: Key, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return collator.compare(String(a), String(b));
}

/** Rows with a pinned run first, otherwise in their order. */
export function pinnedFirst(rows: readonly Row[], pinned: ReadonlySet<string>): readonly Row[] {
  const isPinned = ({ runs }: Row): boolean => runs.some(({ identity }) => pinned.has(identity.id));
  return [...rows.filter(isPinned), ...rows.filter((row) => !isPinned(row))];
}

/** Whether every word stands in the run's name, its state, or any of its settings and their values. */
export function matches(run: Run, filter: string, t: Translator): boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { name, spec } = run.identity;
  const told = settings.flatMap(({ label, of }) => {
    const value = asMessage(of(spec));
    return value === undefined ? [] : [`${t(label)} ${t(value)}`];
  });
  const text = [name, t(stateLabel(run)), ...told].join('\n').toLowerCase();
  return words.every((word) => text.includes(word));
}
