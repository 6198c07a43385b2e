import { epochsDone } from '../../run/figures.ts';
import { isActive, type Run } from '../../run/run.ts';
import { upToEpoch } from '../../run/up-to-epoch.ts';
import { rules } from '../rules/catalogue.ts';
import type { Reading } from '../rules/rule.ts';
import { outcomeOf, type Outcome } from './success.ts';
import type { Trial } from './trial.ts';

/**
 * Whether what was predicted came true: the alarm ends, and the training comes to as much. `partly` if the
 * alarm ends and the training comes to less, or the alarm stays and it comes to more; `open` while it trains, or where it ended before it could tell.
 */
export type Verdict = 'confirmed' | 'refuted' | 'partly' | 'open';

export interface Judgement {
  readonly verdict: Verdict;
  /** Undefined where a run does not hold what would tell. */
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
  readonly outcome: Outcome | undefined;
  /** Epochs of each run that went into it. */
  readonly epochs: { readonly before: number; readonly after: number };
}

/**
 * Pure: reads both runs at the epoch that both have reached, or whole, where the one that came less far did so
 * for reasons that belong to it, such as divergence or early stopping.
 */
export function judge({ rule, of, run }: Trial): Judgement {
  const { measure, success } = rules[rule];
  const epoch = commonEpoch(of, run);
  const [first, second] = [upToEpoch(of, epoch), upToEpoch(run, epoch)];
  const [before, after] = [measure(first), measure(second)];
  const outcome = outcomeOf(success, first, second);
  const epochs = { before: epochsDone(first), after: epochsDone(second) };
  return { verdict: verdictOf(of, run, after, outcome), before, after, outcome, epochs };
}

function commonEpoch(of: Run, run: Run): number {
  return isCut(of) || isCut(run) ? Math.min(...[of, run].filter(isCounted).map(epochsDone)) : Infinity;
} // prettier-ignore

/** Whether there would be more of it. */
function isCut({ state }: Run): boolean {
  return isActive(state) || state === 'stopped' || state === 'interrupted';
}

/** A run that diverged has no more to come, so that the other is read as far as it goes. */
function isCounted({ state }: Run): boolean {
  return state !== 'diverged';
}

function verdictOf(
  of: Run,
  run: Run,
  after: Reading | undefined,
  outcome: Outcome | undefined,
): Verdict {
  if (isActive(run.state) || (isActive(of.state) && !isDone(of, run))) return 'open';
  if (run.state === 'failed' || outcome === undefined) return 'open';
  if (run.state === 'diverged') return 'refuted';
  const isGone = after?.isBeyond === false;
  if (isGone && outcome.isAsGood) return 'confirmed';
  return isGone || outcome.isBetter ? 'partly' : 'refuted';
}

/** Whether the first run has come as far as the trial. */
function isDone(of: Run, run: Run): boolean {
  return epochsDone(of) >= epochsDone(run);
}
