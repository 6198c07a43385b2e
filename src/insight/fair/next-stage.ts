import { lossLabel } from '../../experiment/names.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { message, ratio, type Message } from '../../l10n.ts';
import type { Plan } from '../../run/new-identity.ts';
import { isActive, type Run } from '../../run/run.ts';
import { sameLoss } from '../alike.ts';
import { isOfSweep } from './sweeps.ts';
import { firstPlaces, placeOf, rateAt, sweepEpochs, sweepResult } from './sweep.ts';
import { isSame } from '../../same.ts';

/** What a fair comparison is made of. */
export interface Fair {
  /** Equal in all but the loss; the first seed is that of the sweep. */
  readonly bases: readonly [ExperimentSpec, ExperimentSpec];
  /** How many times smaller the first gradient of each is than that of the other; 1 or more. */
  readonly scales: readonly [number, number];
  /** Of the final runs. */
  readonly seeds: readonly number[];
  /** All of its comparison, whatever they are for. */
  readonly runs: readonly Run[];
}

export type Stage =
  /** To be started now, beside what there is. */
  | { readonly kind: 'start'; readonly purpose: 'sweep' | 'fair'; readonly plans: readonly Plan[] }
  | { readonly kind: 'wait'; readonly purpose: 'sweep' | 'fair'; readonly done: number; readonly all: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'ended'; readonly reason: Message }; // prettier-ignore

/** What comes next, by the runs alone: so a comparison that was broken off goes on with what is there. */
export function nextStage(fair: Fair): Stage {
  const sweeps = fair.bases.map((base) => sweepOf(base, fair.runs));
  const broken = sweeps.flat().find(isBroken);
  if (broken) return ended(broken);
  const plans = fair.bases.flatMap((base, index) => {
    const tried = sweeps[index] ?? [];
    return missing(base, tried, fair.scales[index] ?? 1).map((place) => sweepPlan(base, place));
  });
  if (plans.length > 0) return { kind: 'start', purpose: 'sweep', plans };
  if (sweeps.flat().some(({ state }) => isActive(state))) return waiting('sweep', sweeps.flat());
  return finalStage(fair, sweeps);
}

function sweepOf(base: ExperimentSpec, runs: readonly Run[]): Run[] {
  return runs.filter((run) => isOfSweep(run) && sameLoss(run.identity.spec, base));
}

/** Whether a run ended before it could tell what it was for. */
export const isBroken = ({ state }: Run): boolean =>
  state === 'stopped' || state === 'failed' || state === 'interrupted';

/** The places to try now: those to begin with, or one beyond an end, once all of its loss are over. */
function missing(base: ExperimentSpec, tried: readonly Run[], scale: number): number[] {
  const places = tried.map(({ identity }) => placeOf(base, identity.spec.optimizer.learningRate));
  const first = firstPlaces(base, scale).filter((place) => !places.includes(place));
  if (first.length > 0 || tried.some(({ state }) => isActive(state))) return first;
  const result = sweepResult(base, tried);
  return result.kind === 'widen' ? [result.place] : [];
}

function finalStage(fair: Fair, sweeps: readonly (readonly Run[])[]): Stage {
  const chosen = fair.bases.map((base, index) => sweepResult(base, sweeps[index] ?? []));
  const without = fair.bases.find((_, index) => chosen[index]?.kind !== 'chosen');
  if (without) return { kind: 'ended', reason: noRate(without) };
  const wanted = fair.bases.flatMap((base, index) => {
    const result = chosen[index];
    if (result?.kind !== 'chosen') return [];
    const { learningRate } = result.run.identity.spec.optimizer;
    return fair.seeds.map((seed) => ({ ...withRate(base, learningRate), seed }));
  });
  const finals = fair.runs.filter(({ identity }) => identity.purpose?.kind === 'fair');
  const found = wanted.map((spec) => finals.find(({ identity }) => isSame(identity.spec, spec)));
  const broken = found.find((run) => run && isBroken(run));
  if (broken) return ended(broken);
  const plans = wanted.filter((_, index) => found[index] === undefined).map(finalPlan);
  if (plans.length > 0) return { kind: 'start', purpose: 'fair', plans };
  const there = found.flatMap((run) => run ?? []);
  return there.some(({ state }) => isActive(state)) ? waiting('fair', there) : { kind: 'done' };
}

function withRate(base: ExperimentSpec, learningRate: number): ExperimentSpec {
  return { ...base, optimizer: { ...base.optimizer, learningRate } };
}

function sweepPlan(base: ExperimentSpec, place: number): Plan {
  const spec = { ...withRate(base, rateAt(base, place)), epochs: sweepEpochs(base) };
  return { spec: { ...spec, earlyStopping: null }, purpose: { kind: 'sweep' } };
}

function finalPlan(spec: ExperimentSpec): Plan {
  return { spec, purpose: { kind: 'fair' } };
}

function waiting(purpose: 'sweep' | 'fair', runs: readonly Run[]): Stage {
  const done = runs.filter(({ state }) => !isActive(state)).length;
  return { kind: 'wait', purpose, done, all: runs.length };
}

function ended({ identity, state }: Run): Stage {
  const { name } = identity;
  const reason =
    state === 'failed'
      ? message('The fair comparison ended: {run} failed.', { run: name })
      : message('The fair comparison ended: {run} was stopped. Called again, it goes on with what is there.', { run: name });
  return { kind: 'ended', reason };
} // prettier-ignore

function noRate(base: ExperimentSpec): Message {
  return message('The fair comparison ended: {loss} trained with none of the rates tried.', {
    loss: lossLabel(base.loss),
  });
}

/** What a planned run is called. */
export function planLabel({ spec }: Plan): Message {
  return message('{loss} · rate {rate}', {
    loss: lossLabel(spec.loss),
    rate: ratio(spec.optimizer.learningRate),
  });
}
