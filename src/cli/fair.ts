import { sameLoss } from '../insight/alike.ts';
import { nextStage, planLabel, type Fair } from '../insight/fair/next-stage.ts';
import { armsOf, pairOf } from '../insight/verdict/arms.ts';
import { conclude } from '../insight/verdict/conclusion.ts';
import type { ExperimentSpec } from '../experiment/spec.ts';
import type { Message, Translator } from '../l10n.ts';
import { joining, newIdentities } from '../run/new-identity.ts';
import { newRun } from '../run/reduce.ts';
import type { Run } from '../run/run.ts';
import { isSame } from '../same.ts';

/** What `--fair` compares; the grid of rates begins about that of the bases, and grows from there. */
export type FairComparison = Pick<Fair, 'bases' | 'seeds'>;

/** Of one spec a loss and seed; undefined unless these are two losses. */
export function fairComparison(specs: readonly ExperimentSpec[]): FairComparison | undefined {
  const [first] = specs;
  const second = specs.find((spec) => first && !sameLoss(spec, first));
  if (first === undefined || second === undefined) return undefined;
  const isThird = (spec: ExperimentSpec): boolean =>
    ![first, second].some(({ loss }) => isSame(loss, spec.loss));
  if (specs.some(isThird)) return undefined;
  const seeds = specs.filter((spec) => sameLoss(spec, first)).map(({ seed }) => seed);
  return { bases: [first, second], seeds };
}

export interface FairResult {
  /** The final runs, as far as there are any. */
  readonly runs: readonly Run[];
  /** Why it ended before its time. */
  readonly reason?: Message;
}

/**
 * Trains stage by stage until each loss has its rate and its final runs.
 * @param train gives whether all of the runs came to their end
 */
export async function followFair(
  comparison: FairComparison,
  train: (runs: readonly Run[]) => Promise<boolean>,
  t: Translator,
): Promise<FairResult> {
  const runs: Run[] = [];
  for (;;) {
    // No run has shown yet how far apart their first gradients are.
    const stage = nextStage({ ...comparison, scales: [1, 1], runs });
    if (stage.kind === 'ended') return { runs: finalsOf(runs), reason: stage.reason };
    if (stage.kind !== 'start') return { runs: finalsOf(runs) };
    const named = stage.plans.map((plan) => ({ ...plan, name: t(planLabel(plan)) }));
    const [first, ...others] = runs.map(({ identity }) => identity);
    const joined = first && joining([first, ...others]);
    const next = newIdentities(named, new Date(), Math.random, t, joined).map(newRun);
    runs.push(...next);
    if (!(await train(next))) return { runs: finalsOf(runs) };
  }
}

function finalsOf(runs: readonly Run[]): Run[] {
  return runs.filter(({ identity }) => identity.purpose?.kind === 'fair');
}

/** What follows from the final runs, and what they cannot show: a sentence a line. */
export function verdictText(runs: readonly Run[], t: Translator): string {
  const pair = pairOf(armsOf(runs));
  if (pair === undefined) return '';
  const { title, text, limits } = conclude(pair);
  return [title, ...text, ...limits].map(t).join('\n');
}
