import type { Outcome } from '../../src/run/event.ts';
import { applyEvent, newRun } from '../../src/run/reduce.ts';
import type { Run, RunIdentity } from '../../src/run/run.ts';
import { simulate } from './simulate.ts';

/** A run with the invented events of so many epochs. @param speed how fast it learns */
export function trained(of: RunIdentity, epochs: number, speed: number): Run {
  const run = newRun(of);
  for (const event of simulate(of, epochs, speed)) applyEvent(run, event);
  return run;
}

export function finished(run: Run, outcome: Outcome): Run {
  applyEvent(run, { type: 'finished', outcome, step: run.step, wallTime: run.lastEventAt ?? 0 });
  return run;
}
