import { isBroken, type Stage } from '../../insight/fair/next-stage.ts';
import type { Message } from '../../l10n.ts';
import { isFinished, type Run } from '../../run/run.ts';
import type { RunStore } from '../../run/store.ts';
import type { Disposable } from '../disposables.ts';

/** What the stages of a fair comparison need of their surroundings. */
export interface Surroundings {
  readonly store: Pick<RunStore, 'onDidChange' | 'get'>;
  /** Those of the comparison, as they are now. */
  readonly runs: () => readonly Run[];
  readonly stage: (runs: readonly Run[]) => Stage;
  readonly start: (plans: Extract<Stage, { kind: 'start' }>['plans']) => Promise<readonly Run[]>;
  /** Why it ended before its time. */
  readonly tell: (reason: Message) => void;
  /** Does what may fail, and says so to the person. */
  readonly attempt: (act: () => Promise<void>) => void;
}

/**
 * Starts the next stage whenever one is complete. Runs that were broken off before it began do not count:
 * they are trained anew. One that is stopped or deleted meanwhile ends it.
 */
export function followStages(around: Surroundings): Disposable {
  const ignored = new Set(around.runs().filter(isBroken).map(idOf));
  const own: string[] = [];
  const listener = around.store.onDidChange((change) => {
    if (change.type === 'runs' ? own.some(isGone) : own.includes(idOf(change.run)) && isFinished(change.run.state)) step(); // prettier-ignore
  });
  const end = (): void => listener.dispose();
  const isGone = (id: string): boolean => around.store.get(id) === undefined;
  let isStarting = false;
  const step = (): void => {
    if (isStarting) return;
    if (own.some(isGone)) return end();
    const stage = around.stage(around.runs().filter((run) => !ignored.has(idOf(run))));
    if (stage.kind === 'done' || stage.kind === 'ended') end();
    if (stage.kind === 'ended') around.tell(stage.reason);
    if (stage.kind === 'wait') own.push(...around.runs().filter(isWaitedFor).map(idOf));
    if (stage.kind === 'start') around.attempt(() => start(stage.plans));
  };
  const start = async (plans: Parameters<Surroundings['start']>[0]): Promise<void> => {
    isStarting = true;
    try {
      own.push(...(await around.start(plans)).map(idOf));
    } finally {
      isStarting = false;
    }
    step(); // What happened meanwhile was not looked at.
  };
  const isWaitedFor = (run: Run): boolean =>
    run.identity.purpose !== undefined && !isFinished(run.state) && !own.includes(idOf(run));
  step();
  return { dispose: end };
}

const idOf = ({ identity }: Run): string => identity.id;
