import type { Run } from '../../run/run.ts';
import { isStudyName, studies, type StudyName } from './catalogue.ts';
import { judge, type Judgement } from './judge.ts';

/** How far a study has come. */
export interface StudyProgress extends Judgement {
  readonly study: StudyName;
  readonly finished: number;
  readonly planned: number;
}

/** The studies that runs were started for, in the order of the runs. */
export function studiesOf(runs: readonly Run[]): StudyProgress[] {
  const names = runs.flatMap(({ identity: { purpose } }) =>
    purpose?.kind === 'study' && isStudyName(purpose.study) ? [purpose.study] : [],
  );
  return [...new Set(names)].map((name) => progressOf(name, runs));
}

/**
 * Of all runs, those of the study, the latest of each arm and seed.
 * @param seeds those that are wanted
 */
export function progressOf(
  name: StudyName,
  runs: readonly Run[],
  seeds = studies[name].seeds,
): StudyProgress {
  const study = studies[name];
  const byArm = new Map(
    Object.keys(study.arms).map((arm) => [arm, finishedRuns(name, arm, runs, seeds)]),
  );
  const finished = [...byArm.values()].reduce((sum, { length }) => sum + length, 0);
  const planned = byArm.size * seeds.length;
  return { study: name, finished, planned, ...judge(study, byArm, seeds) };
}

function finishedRuns(
  name: StudyName,
  arm: string,
  runs: readonly Run[],
  seeds: readonly number[],
): Run[] {
  const own = runs.filter(({ identity: { purpose }, state }) => {
    const isOfArm = purpose?.kind === 'study' && purpose.study === name && purpose.arm === arm;
    return isOfArm && (state === 'completed' || state === 'diverged');
  });
  return seeds.flatMap((seed) => {
    const run = own.findLast(({ identity }) => identity.spec.seed === seed);
    return run === undefined ? [] : [run];
  });
}
