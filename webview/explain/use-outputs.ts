import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import type { Message } from '../../src/l10n.ts';
import { nearestEpoch } from '../../src/run/nearest-epoch.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { useSettled } from '../panel/data/use-settled.ts';
import { epochVersion } from '../panel/shown.ts';
import { OutputsCache } from './outputs-cache.ts';

/** Milliseconds for which the newest epoch stands still while runs train. */
const interval = 1000;

/** One run's outputs at the chosen epoch and at the first that it kept; those of before until they have come. */
export interface RunOutputs {
  readonly run: Run;
  readonly now: Outputs | undefined;
  readonly first: Outputs | undefined;
  readonly refusal: Message | undefined;
}

export interface LensOutputs {
  readonly of: readonly RunOutputs[];
  /** All that any of the runs has kept, in order. */
  readonly epochs: readonly number[];
  /** Brings an epoch of every run, for what comes next. */
  readonly prefetch: (epoch: number) => Promise<void>;
}

/** @param epoch null for the newest of each run */
export function useOutputs(runs: readonly Run[], epoch: number | null): LensOutputs {
  const { ask } = usePage();
  const cache = useMemo(() => new OutputsCache(ask), [ask]);
  const [, render] = useReducer<number, undefined>((count) => count + 1, 0);
  const last = useRef(new Map<string, Outputs>());
  const version = useSettled(epochVersion(runs), interval);
  const prefetch = async (of: number | null): Promise<void> => {
    await Promise.all(runs.map((run) => load(cache, run, of)));
    await Promise.all(runs.map((run) => loadFirst(cache, run)));
  };
  useEffect(() => {
    void prefetch(epoch).then(() => render(undefined));
  }, [version, epoch, cache]);
  return {
    of: runs.map((run) => outputsOf(cache, last.current, run, epoch)),
    epochs: epochsOf(cache, runs),
    prefetch,
  };
}

function outputsOf(
  cache: OutputsCache,
  last: Map<string, Outputs>,
  run: Run,
  epoch: number | null,
): RunOutputs {
  const { id } = run.identity;
  const now = cache.get(id, keptEpoch(cache, run, epoch)) ?? last.get(id);
  if (now !== undefined) last.set(id, now);
  const first = cache.get(id, cache.epochsOf(id)[0] ?? NaN);
  return { run, now, first, refusal: now === undefined ? cache.refusalOf(id) : undefined };
}

async function load(cache: OutputsCache, run: Run, epoch: number | null): Promise<void> {
  const wanted = epoch === null ? newestOf(run) : keptEpoch(cache, run, epoch);
  await cache.load(run.identity.id, wanted);
}

async function loadFirst(cache: OutputsCache, { identity }: Run): Promise<void> {
  const [first] = cache.epochsOf(identity.id);
  if (first !== undefined) await cache.load(identity.id, first);
}

/** The last that is not after the one that is wanted, or the first; what is wanted where nothing is known. */
function keptEpoch(cache: OutputsCache, run: Run, wanted: number | null): number {
  const until = wanted ?? newestOf(run);
  return nearestEpoch(cache.epochsOf(run.identity.id), until) ?? until;
}

function newestOf({ evaluations }: Run): number {
  return evaluations.epoch.at(-1) ?? 0;
}

function epochsOf(cache: OutputsCache, runs: readonly Run[]): number[] {
  const all = runs.flatMap(({ identity }) => cache.epochsOf(identity.id));
  return [...new Set(all)].sort((a, b) => a - b);
}
