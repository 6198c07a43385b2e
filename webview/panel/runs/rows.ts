import { lossLabel } from '../../../src/experiment/names.ts';
import type { Translator } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';

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
  const sizes = new Map<string | undefined, number>();
  for (const { identity } of all) sizes.set(identity.group, (sizes.get(identity.group) ?? 0) + 1);
  const groups = new Map<string, [Run, ...Run[]]>();
  for (const run of runs) {
    const { id, group } = run.identity;
    const key = group !== undefined && (sizes.get(group) ?? 0) > 1 ? group : id;
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [run]);
    else others.push(run);
  }
  return [...groups].map(([id, members]) =>
    id === members[0].identity.id ? rowOf(members[0]) : groupRow(id, members, t),
  );
}

export function rowOf(run: Run, isMember = false): Row {
  const { id, name } = run.identity;
  return { id, name, runs: [run], isGroup: false, isMember };
}

function groupRow(id: string, runs: [Run, ...Run[]], t: Translator): Row {
  const [first] = runs;
  const name = commonName(runs) ?? t(lossLabel(first.identity.spec.loss));
  return { id, name, runs, isGroup: true, isMember: false };
}

/** "CE · seed 1", "CE · seed 12" → "CE": what all begin with, up to a dot. */
function commonName(runs: readonly Run[]): string | undefined {
  const names = runs.map(({ identity }) => identity.name.split(' · ').slice(0, -1));
  const [first = [], ...others] = names;
  const end = first.findIndex((part, i) => others.some((other) => other[i] !== part));
  const shared = end === -1 ? first : first.slice(0, end);
  return shared.length === 0 ? undefined : shared.join(' · ');
}
