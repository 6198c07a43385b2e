import { loss, message } from '../../l10n.ts';
import type { Run } from '../../run/run.ts';
import { atEpoch } from './readings.ts';
import { shorterSteps } from './remedies.ts';
import type { Place, Reading, Rule } from './rule.ts';

const explodedLoss = 1000;

export const divergence: Rule = {
  name: message('The training diverged'),
  quantity: message('loss'),
  condition: message(
    'The loss, a gradient or a weight is NaN or infinite, or the mean training loss of an epoch is 1,000 or more.',
  ),
  source: 'Amazon SageMaker Debugger; AutoTrainer (Zhang et al., ICSE 2021)',
  certainty: 'certain',
  meaning: message(
    'The weights have left the range of numbers: from here on the model computes nothing, and no further step brings it back.',
  ),
  success: 'accuracy',
  measure: (run) => {
    const found = notFinite(run) ?? exploded(run) ?? ended(run);
    return found === undefined ? ofLastEpoch(run) : beyond(...found);
  },
  remedies: (run) => shorterSteps(run),
};

type Found = readonly [value: number, place: Place];

function notFinite(run: Run): Found | undefined {
  const { batches, setting } = run;
  const index = batches.loss.findIndex((value) => !Number.isFinite(value));
  const [value, step] = [batches.loss[index], batches.step[index]];
  if (value === undefined || step === undefined) return undefined;
  return [value, { step, epoch: Math.ceil(step / (setting?.stepsPerEpoch ?? step)) }];
}

function exploded(run: Run): Found | undefined {
  const { objective } = run.epochs.train;
  const index = objective.findIndex((value) => value >= explodedLoss);
  return index < 0 ? undefined : [objective[index] ?? NaN, atEpoch(run, index)];
}

/** A gradient or weights that were not finite ended it, and the last loss still was. */
function ended(run: Run): Found | undefined {
  if (run.state !== 'diverged') return undefined;
  const epoch = Math.ceil(run.step / (run.setting?.stepsPerEpoch ?? run.step));
  return [run.batches.loss.at(-1) ?? NaN, { step: run.step, epoch }];
}

function beyond(value: number, place: Place): Reading {
  const side = value < explodedLoss ? 'last' : 'above';
  return { value: loss(value), limit: loss(explodedLoss), side, place, isBeyond: true };
}

function ofLastEpoch(run: Run): Reading | undefined {
  const value = run.epochs.train.objective.at(-1) ?? NaN;
  if (Number.isNaN(value)) return undefined;
  const place = atEpoch(run, -1);
  return { value: loss(value), limit: loss(explodedLoss), side: 'above', place, isBeyond: false };
}
