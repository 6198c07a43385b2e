import { isRuler, perRuler, rulerNames } from '../experiment/losses/catalogue.ts';
import { fromDefaultReduction } from '../experiment/losses/loss-spec.ts';
import { metricNames, perMetric } from '../experiment/metrics/catalogue.ts';
import type {
  BatchEvent,
  DrawnBatchEvent,
  EpochEvent,
  EvaluationEvent,
  GradientsEvent,
  Measures,
  PageEvent,
  UnitShare,
} from './event.ts';
import { appendHardest, noHardest } from './hardest.ts';
import type { EvaluationSeries, MeasureSeries, Run, RunIdentity } from './run.ts';

/** A run in which nothing has happened yet. */
export function newRun(identity: RunIdentity): Run {
  return {
    identity,
    state: 'queued',
    reason: undefined,
    setting: undefined,
    moves: [],
    step: 0,
    batches: { step: [], wallTime: [], loss: [], accuracy: [] },
    hardest: noHardest(),
    epochs: {
      epoch: [],
      step: [],
      wallTime: [],
      train: emptyMeasures(),
      validation: emptyMeasures(),
      imagesPerSecond: [],
      doubted: { share: [], pull: [] },
    },
    gradients: { firstStep: undefined, epoch: [], layers: [], histograms: [] },
    evaluations: { epoch: [], metrics: perMetric(() => []), units: [], last: undefined },
    startedAt: undefined,
    lastEventAt: undefined,
  };
}

/** The one reducer: changes `run` in place by what `event` says, in the store and in every page. */
export function applyEvent(run: Run, event: PageEvent): void {
  run.startedAt ??= event.wallTime;
  run.lastEventAt = event.wallTime;
  run.step = event.step;
  switch (event.type) {
    case 'started':
      run.state = 'running';
      run.setting = event.setting;
      return;
    case 'batch':
      return appendBatch(run, event);
    case 'gradients':
      return appendGradients(run, event);
    case 'epoch':
      return appendEpoch(run, event);
    case 'evaluation':
      return appendEvaluation(run, event);
    case 'moved':
      run.setting = event.setting;
      run.moves.push({ step: event.step, reason: event.reason });
      return;
    case 'paused':
      run.state = 'paused';
      return;
    case 'resumed':
      run.state = 'running';
      return;
    case 'finished':
      run.state = event.outcome;
      run.reason = event.reason;
      return;
  }
}

function appendBatch({ batches, hardest }: Run, event: BatchEvent | DrawnBatchEvent): void {
  batches.step.push(event.step);
  batches.wallTime.push(event.wallTime);
  batches.loss.push(event.loss);
  if (!('accuracy' in event)) return; // In a page.
  batches.accuracy.push(event.accuracy);
  appendHardest(hardest, event);
}

function appendGradients({ gradients }: Run, event: GradientsEvent): void {
  if (event.window === 'first-step') {
    gradients.firstStep = [...event.layers];
    return;
  }
  gradients.epoch.push(event.epoch);
  gradients.histograms.push(event.histograms ?? null);
  event.layers.forEach((statistics, layer) => (gradients.layers[layer] ??= []).push(statistics));
}

function appendEvaluation({ evaluations }: Run, event: EvaluationEvent): void {
  evaluations.epoch.push(event.epoch);
  evaluations.last = event;
  for (const name of metricNames) evaluations.metrics[name].push(event.metrics[name] ?? NaN);
  appendUnits(evaluations, event.units ?? []);
}

/** A layer that was not measured before, as in the past of a run that an earlier version began, has NaN there. */
function appendUnits({ epoch, units }: EvaluationSeries, shares: readonly UnitShare[]): void {
  for (const { layer, kind } of shares) {
    if (units.some((of) => of.layer === layer && of.kind === kind)) continue;
    units.push({ layer, kind, share: Array<number>(epoch.length - 1).fill(NaN) });
  }
  for (const { layer, kind, share } of units) {
    share.push(shares.find((of) => of.layer === layer && of.kind === kind)?.share ?? NaN);
  }
}

function appendEpoch(run: Run, event: EpochEvent): void {
  const { epochs } = run;
  epochs.epoch.push(event.epoch);
  epochs.step.push(event.step);
  epochs.wallTime.push(event.wallTime);
  epochs.imagesPerSecond.push(event.imagesPerSecond ?? NaN);
  epochs.doubted.share.push(event.doubted?.share ?? NaN);
  epochs.doubted.pull.push(event.doubted?.pull ?? NaN);
  appendMeasures(run, epochs.train, event.train);
  appendMeasures(run, epochs.validation, event.validation);
}

function appendMeasures(run: Run, series: MeasureSeries, measures: Measures | null): void {
  series.accuracy.push(measures?.accuracy ?? NaN);
  series.objective.push(measures?.objective ?? fromRuler(run, measures));
  for (const name of rulerNames) series.losses[name].push(measures?.losses[name] ?? NaN);
}

function emptyMeasures(): MeasureSeries {
  return { accuracy: [], objective: [], losses: perRuler(() => []) };
}

/** The own loss of a run that was made before it was measured by itself. */
function fromRuler({ identity, setting }: Run, measures: Measures | null): number {
  const { loss } = identity.spec;
  if (measures === null || !isRuler(loss.name)) return NaN;
  return measures.losses[loss.name] * fromDefaultReduction(loss, setting?.classes ?? NaN);
}
