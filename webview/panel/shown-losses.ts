import {
  isRuler,
  lossNames,
  rulerNames,
  type AnyLossName,
  type LossName,
  type RulerName,
} from '../../src/experiment/losses/catalogue.ts';
import { lossSpec, type LossSpec } from '../../src/experiment/losses/loss-spec.ts';
import type { Run } from '../../src/run/run.ts';
import { isRulerItself, type ShownLoss } from '../plots/shown-loss.ts';
import { distinct } from '../../src/same.ts';

/** The losses that the runs train on, each once with all that makes it another, in their order. */
export function trainedLosses(runs: readonly Run[]): LossSpec[] {
  return distinct(runs.map(({ identity }) => identity.spec.loss));
}

/** The plots: the rulers that runs train on or that were picked, and what is trained and is none. */
export function shownLosses(runs: readonly Run[], picked: readonly LossName[]): ShownLoss[] {
  const trained = trainedLosses(runs);
  const own = trained.filter((spec) => !isRulerItself(spec));
  const named = [...new Set(trained.map(({ name }) => name))].filter(isRuler);
  const others = rulerNames.filter((name) => picked.includes(name) && !named.includes(name));
  return [
    ...named.map(ruler),
    ...own.map((spec): ShownLoss => ({ kind: 'own', spec })),
    ...others.map(ruler),
  ];
}

const ruler = (name: RulerName): ShownLoss => ({ kind: 'ruler', name });

/** The losses that are explained: those that the runs train on, then what was picked besides. */
export function explainedLosses(runs: readonly Run[], picked: readonly LossName[]): LossSpec[] {
  const names = trainedNames(runs);
  const others = lossNames.filter((name) => picked.includes(name) && !names.includes(name));
  return [...trainedLosses(runs), ...others.map((name) => lossSpec(name))];
}

/** The rulers that can be shown besides what the runs train on. */
export function otherRulers(runs: readonly Run[]): LossName[] {
  const names = trainedNames(runs);
  return rulerNames.filter((name) => !names.includes(name));
}

/** The losses that can be explained besides. */
export function otherLosses(runs: readonly Run[]): LossName[] {
  const names = trainedNames(runs);
  return lossNames.filter((name) => !names.includes(name));
}

function trainedNames(runs: readonly Run[]): AnyLossName[] {
  return runs.map(({ identity }) => identity.spec.loss.name);
}
