import { message, type Message } from '../l10n.ts';
import type { Run } from './run.ts';
import { seedGroups } from './seed-groups.ts';

export function stateLabel({ state }: Pick<Run, 'state'>): Message {
  switch (state) {
    case 'queued':
      return message('queued');
    case 'running':
      return message('running');
    case 'paused':
      return message('paused');
    case 'completed':
      return message('completed');
    case 'stopped':
      return message('stopped');
    case 'diverged':
      return message('diverged');
    case 'failed':
      return message('failed');
    case 'interrupted':
      return message('interrupted');
  }
}

/** The first of their names alone, where a list has no room for two. */
export function briefRunsTitle(runs: readonly Run[]): Message {
  const [first, ...more] = seedGroups(runs).map(({ name }) => name);
  if (first === undefined || more.length === 0) return runsTitle(runs);
  return message('{first} and {count} more', { first, count: more.length });
}

/** The title of a view of these runs: their names without the seeds, as far as a tab has room. */
export function runsTitle(runs: readonly Run[]): Message {
  const [first, second, ...more] = seedGroups(runs).map(({ name }) => name);
  if (first === undefined) return message('Loss Lab');
  if (second === undefined) return message('{name}', { name: first });
  if (more.length === 0) return message('{first} and {second}', { first, second });
  return message('{first}, {second} and {count} more', { first, second, count: more.length });
}
