import { message, type Message } from '../l10n.ts';
import type { ExperimentSpec } from './spec.ts';

export const maxSeed = 2 ** 32 - 1;

/** So many runs of one experiment at once are plenty, and "1-1000" is more likely a slip. */
const mostSeeds = 20;

export type ParsedSeeds =
  | { readonly ok: true; readonly seeds: readonly number[] }
  | { readonly ok: false; readonly problem: Message };

/** "1", "1, 2, 3" or "1-5", or a list of such: the seeds in their order, each once. Never throws. */
export function parseSeeds(text: string): ParsedSeeds {
  const ranges = text.split(/[,，、]/).map(range);
  if (ranges.some((each) => each === undefined)) return { ok: false, problem: noSeeds() };
  const seeds = new Set(ranges.flatMap((each) => numbers(each ?? [1, 0])));
  if (seeds.size > mostSeeds) return { ok: false, problem: tooMany() };
  return { ok: true, seeds: [...seeds] };
}

/** What is wrong with a text of seeds; undefined if nothing is. */
export function seedsProblem(text: string): Message | undefined {
  const parsed = parseSeeds(text);
  return parsed.ok ? undefined : parsed.problem;
}

type Range = readonly [from: number, to: number];

/** Of a "3" or a "1-5"; undefined for anything else. */
function range(text: string): Range | undefined {
  const found = /^\s*(\d+)\s*(?:[-–]\s*(\d+)\s*)?$/.exec(text);
  const from = Number(found?.[1] ?? NaN);
  const to = Number(found?.[2] ?? from);
  return from <= to && to <= maxSeed ? [from, to] : undefined;
}

/** One more than is allowed is enough to see that there are too many. */
function numbers([from, to]: Range): number[] {
  const length = Math.min(to - from + 1, mostSeeds + 1);
  return Array.from({ length }, (_, index) => from + index);
}

function noSeeds(): Message {
  return message('must be whole numbers from 0 to {limit}, as in 1 or 1, 2, 3 or 1-5', {
    limit: String(maxSeed),
  });
}

function tooMany(): Message {
  return message('must be at most {limit} seeds', { limit: mostSeeds });
}

/** All that an experiment is but its seed, to find those that differ in that alone. */
export function withoutSeed(spec: ExperimentSpec): string {
  return JSON.stringify({ ...spec, seed: null });
}
