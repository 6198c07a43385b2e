import { losses } from '../experiment/losses/catalogue.ts';
import { grouped } from '../grouped.ts';
import { count, joined, listing, message, type Message, type MessageArg } from '../l10n.ts';
import { briefRunsTitle, runsTitle, stateLabel } from '../run/labels.ts';
import { isFinished, type Run } from '../run/run.ts';
import { isStudyName, studies, type StudyName } from './studies/catalogue.ts';

/** Runs of one comparison that a list shows as one, because there are many of them. */
export interface Comparison {
  /** The `comparison` of the identity of each. */
  readonly id: string;
  readonly kind: 'study' | 'fair' | 'other';
  readonly title: Message;
  /** The same for a narrow list, where figures stand behind it. */
  readonly short: Message;
  /** At least one, in the order that they were given in. */
  readonly runs: readonly Run[];
}

/** What has a row of its own in a list of runs. */
export type RunRow = Run | Comparison;

export function isComparison(row: RunRow): row is Comparison {
  return 'runs' in row;
}

/** The title of a view of these runs: what they are together, where they are many, else their names. */
export function viewTitle(runs: readonly Run[]): Message {
  const [row, ...others] = gather(runs);
  const isMany = runs.length > fewRuns && others.length === 0;
  return isMany && row !== undefined && isComparison(row) ? row.title : runsTitle(runs);
}

/** As many are read at a glance, each by itself. */
const fewRuns = 4;

/** The runs as a list shows them; a comparison that is gathered stands where its first run does. */
export function gather(runs: readonly Run[]): RunRow[] {
  const comparisons = grouped(runs, ({ identity }) => identity.comparison);
  return [...comparisons].flatMap(([id, members]): RunRow[] =>
    isGathered(members) ? [comparisonOf(id, members)] : members,
  );
}

/** Those of a study and of a fair comparison become many, so they are gathered from the first on. */
function isGathered(runs: readonly Run[]): boolean {
  return runs.length > fewRuns || kindOf(runs) !== 'other';
}

function comparisonOf(id: string, runs: readonly Run[]): Comparison {
  const kind = kindOf(runs);
  return { id, kind, ...titlesOf(kind, runs), runs };
}

function kindOf(runs: readonly Run[]): Comparison['kind'] {
  const kinds = runs.map(({ identity }) => identity.purpose?.kind);
  if (kinds.includes('study')) return 'study';
  return kinds.includes('sweep') || kinds.includes('fair') ? 'fair' : 'other';
}

function titlesOf(
  kind: Comparison['kind'],
  runs: readonly Run[],
): Pick<Comparison, 'title' | 'short'> {
  if (kind === 'fair') {
    const of = { losses: lossesOf(runs) };
    return {
      title: message('Fair comparison: {losses}', of),
      short: message('Fair: {losses}', of),
    };
  }
  const study = runs.map(studyOf).find((name) => name !== undefined);
  if (study !== undefined) return { title: studies[study].title, short: studies[study].short };
  return { title: runsTitle(runs), short: briefRunsTitle(runs) };
}

/** Undefined also for a study of another version, which this one does not know. */
function studyOf({ identity: { purpose } }: Run): StudyName | undefined {
  return purpose?.kind === 'study' && isStudyName(purpose.study) ? purpose.study : undefined;
}

/** Those that are compared fairly; the comparison may have been begun with others. */
function lossesOf(runs: readonly Run[]): MessageArg {
  const names = runs.filter(isOfFair).map(({ identity }) => losses[identity.spec.loss.name]);
  const all = [...new Set(names.map(({ abbreviation }) => abbreviation))];
  const [first = '', second, ...more] = all;
  if (second === undefined || more.length > 0) return listing(all) ?? first;
  return message('{first} and {second}', { first, second });
}

function isOfFair({ identity: { purpose } }: Run): boolean {
  return purpose?.kind === 'sweep' || purpose?.kind === 'fair';
}

/** "3 of 28 done · running"; once all have ended "28 runs · 2 diverged". */
export function comparisonProgress({ runs }: Comparison): Message {
  const figures = progressOf(runs);
  return figures ? message('{done} of {all} done · {state}', figures) : outcomes(runs);
}

/** "3/28 · running"; once all have ended as above. */
export function briefProgress({ runs }: Comparison): Message {
  const figures = progressOf(runs);
  return figures ? message('{done}/{all} · {state}', figures) : outcomes(runs);
}

/** Undefined once all have ended. */
function progressOf(runs: readonly Run[]): Record<string, MessageArg> | undefined {
  const state = activeStates.find((each) => runs.some((run) => run.state === each));
  if (state === undefined) return undefined;
  const done = runs.filter(({ state: each }) => isFinished(each)).length;
  return { done: count(done), all: count(runs.length), state: stateLabel({ state }) };
}

/** The first that a run is in is that of all: what waits goes on by itself, what is paused does not. */
const activeStates = ['running', 'paused', 'queued'] as const;

function outcomes(runs: readonly Run[]): Message {
  const counts = badOutcomes.flatMap((state) => {
    const those = runs.filter((run) => run.state === state).length;
    const figures = { count: count(those), state: stateLabel({ state }) };
    return those === 0 ? [] : [message('{count} {state}', figures)];
  });
  const all = message('{count} runs', { count: count(runs.length) });
  return joined([all, ...counts]) ?? all;
}

const badOutcomes = ['diverged', 'failed', 'stopped', 'interrupted'] as const;
