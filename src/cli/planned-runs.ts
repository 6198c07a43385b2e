import type { Translator } from '../l10n.ts';
import type { Continuation } from '../run/continue.ts';
import { newIdentities, type Plan } from '../run/new-identity.ts';
import { newRun } from '../run/reduce.ts';
import type { Run } from '../run/run.ts';
import type { Arguments } from './arguments.ts';
import { readContinued } from './continued.ts';
import { readExperiment } from './experiment.ts';
import { withPaths } from './own-paths.ts';

/** The runs to train; one alone, with what it begins with, if it continues another. */
export interface PlannedRuns {
  readonly runs: readonly Run[];
  readonly continuation?: Continuation;
}

/** @throws LossLabError if the experiment, or the run to continue, cannot be read */
export async function plannedRuns(
  { specs, continued, experiment }: Arguments,
  t: Translator,
): Promise<PlannedRuns> {
  if (continued) {
    const { run, continuation } = await readContinued(continued, t);
    return { runs: [run], continuation };
  }
  const plans: readonly Plan[] =
    experiment === undefined
      ? specs.map((spec) => ({ spec: withPaths(spec, process.cwd()) }))
      : await readExperiment(experiment, t);
  return { runs: newIdentities(plans, new Date(), Math.random, t).map(newRun) };
}
