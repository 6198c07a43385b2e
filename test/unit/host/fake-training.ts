import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import type { Outcome } from '../../../src/run/event.ts';
import { newIdentities, type Joined, type Plan } from '../../../src/run/new-identity.ts';
import type { Purpose } from '../../../src/run/purpose.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { isFinished, type Run } from '../../../src/run/run.ts';
import { RunStore } from '../../../src/run/store.ts';
import { epoch, started } from '../make-run.ts';

/** Runs that are started in a store without being trained, and end as the test says. */
export class FakeTraining {
  readonly t = translator({}, 'en');

  constructor(readonly store = new RunStore()) {}

  start(plans: readonly Plan[], joined?: Joined): Promise<Run[]> {
    const runs = newIdentities(plans, new Date(0), () => 0, this.t, joined).map(newRun);
    this.store.add(runs);
    return Promise.resolve(runs);
  }

  get active(): Run[] {
    return this.store.runs.filter(({ state }) => !isFinished(state));
  }

  get purposes(): (Purpose['kind'] | undefined)[] {
    return this.active.map(({ identity }) => identity.purpose?.kind);
  }

  finish({ identity: { id } }: Run, accuracy: number, outcome: Outcome = 'completed'): void {
    for (const event of [started(), epoch(0, 0.1), epoch(1, accuracy)]) this.store.apply(id, event);
    this.store.apply(id, { type: 'finished', wallTime: 1, step: 1, outcome });
  }

  /** The default learning rate is the best; what follows from the runs has begun then. */
  async finishAll(): Promise<void> {
    for (const run of this.active) {
      const { learningRate } = run.identity.spec.optimizer;
      const away = Math.log10(learningRate / defaultSpec.optimizer.learningRate);
      this.finish(run, 0.9 - 0.1 * Math.abs(away));
    }
    await nothingLeft();
  }
}

/** What was begun by promises has come to its end. */
export const nothingLeft = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
