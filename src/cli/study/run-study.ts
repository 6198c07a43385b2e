import { studies, type StudyName } from '../../insight/studies/catalogue.ts';
import type { MeasuredStudy } from '../../insight/studies/measured.ts';
import { progressOf } from '../../insight/studies/progress.ts';
import { studyRuns } from '../../insight/studies/study.ts';
import type { Run, RunIdentity } from '../../run/run.ts';
import { trainEach } from '../train-each.ts';

/**
 * Trains every arm of a study with every seed and judges it.
 * @param seeds the study's own unless others are given
 * @param tell is called after each run with how many of how many are done
 */
export async function runStudy(
  name: StudyName,
  root: string,
  tell: (done: number, all: number) => void,
  seeds = studies[name].seeds,
): Promise<MeasuredStudy> {
  const identities = identitiesOf(name, seeds);
  const runs: Run[] = [];
  for await (const run of trainEach(identities, root)) {
    runs.push(run);
    tell(runs.length, identities.length);
  }
  const { outcome, readings } = progressOf(name, runs, seeds);
  const seconds = runs.reduce((sum, run) => sum + secondsOf(run), 0);
  return { outcome, readings, runs: runs.length, seeds, seconds: Math.round(seconds) };
}

function identitiesOf(name: StudyName, seeds: readonly number[]): RunIdentity[] {
  return studyRuns(studies[name], seeds).map(({ arm, spec }, position) => {
    const id = `${name} ${arm} ${spec.seed}`;
    const purpose = { kind: 'study', study: name, arm } as const;
    return { id, name: id, createdAt: 0, comparison: name, position, purpose, spec };
  });
}

function secondsOf({ startedAt = 0, lastEventAt = 0 }: Run): number {
  return lastEventAt - startedAt;
}
