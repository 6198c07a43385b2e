import { modelSpec } from '../../src/experiment/models/model-spec.ts';
import { alarmOf } from '../../src/insight/rules/alarms.ts';
import type { RuleName } from '../../src/insight/rules/catalogue.ts';
import { trialName } from '../../src/insight/trials/changes.ts';
import { offersOf } from '../../src/insight/trials/offers.ts';
import { translator } from '../../src/l10n.ts';
import type { Outcome } from '../../src/run/event.ts';
import type { Run, RunIdentity } from '../../src/run/run.ts';
import { identity } from './simulate.ts';
import { finished, trained } from './trained.ts';

const t = translator({}, 'en');

/** A run in which the gradient vanishes; one remedy helped, one did not, one is being tried. */
export function withTrials(): Run[] {
  const deep = identity(0, { model: modelSpec('deep-mlp'), epochs: 8 });
  const first = simulated(deep, 8, 0, 'completed');
  return [
    first,
    trial(first, 'vanishing-gradient', 0, 1, 8, 0.9, 'completed'),
    trial(first, 'vanishing-gradient', 1, 2, 3, 0.2),
    trial(first, 'prior-plateau', 0, 3, 8, 0, 'completed'),
  ];
}

function trial(
  first: Run,
  rule: RuleName,
  remedy: number,
  position: number,
  epochs: number,
  speed: number,
  outcome?: Outcome,
): Run {
  const alarm = alarmOf(rule, first);
  const experiment = alarm && offersOf({ rule, run: first, alarm }, [])[remedy]?.experiment;
  if (!experiment) throw new Error(`${rule} has no remedy ${remedy}`);
  const of: RunIdentity = {
    ...identity(position, experiment.spec),
    name: t(trialName(first.identity.name, experiment.changes)),
    purpose: { kind: 'remedy', of: first.identity.id, rule },
  };
  return simulated(of, epochs, speed, outcome);
}

function simulated(of: RunIdentity, epochs: number, speed: number, outcome?: Outcome): Run {
  const run = trained(of, epochs, speed);
  return outcome ? finished(run, outcome) : run;
}
