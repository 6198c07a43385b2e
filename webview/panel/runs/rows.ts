import { lossLabel } from '../../../src/experiment/names.ts';
import { grouped } from '../../../src/grouped.ts';
import type { Translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { nameWithoutSeed } from '../../../src/run/seed-groups.ts';

/** A run, or the runs of one experiment that differ in their seed alone. */
export interface Row {
  /** Of the run or of the group. */
  readonly id: string;
  readonly name: string;
  /** At least one. */
  readonly runs: readonly [Run, ...Run[]];
  readonly isGroup: boolean;
  /** One of an unfolded group. */
  readonly isMember: boolean;
}

/**
 * In the order of the runs; a group stands where its first run does.
 * @param all of which they are some: who has others there is of a group still
 */
export function rowsOf(runs: readonly Run[], t: Translator, all = runs): Row[] {
  const whole = grouped(all, ({ identity }) => identity.group);
  const isShared = (group: string): boolean => (whole.get(group)?.length ?? 0) > 1;
  const rows = grouped(runs, ({ identity: { id, group } }) =>
    group !== undefined && isShared(group) ? group : id,
  );
  return [...rows].map(([id, members]) =>
    id === members[0].identity.id ? rowOf(members[0]) : groupRow(id, members, t),
  );
}

export function rowOf(run: Run, isMember = false): Row {
  const { id, name } = run.identity;
  return { id, name, runs: [run], isGroup: false, isMember };
}

function groupRow(id: string, runs: [Run, ...Run[]], t: Translator): Row {
  const [first] = runs;
  const [name, ...others] = new Set(runs.map(({ identity }) => nameWithoutSeed(identity)));
  const shared = others.length === 0 ? name : undefined;
  const called = shared ?? t(lossLabel(first.identity.spec.loss));
  return { id, name: called, runs, isGroup: true, isMember: false };
}
