import { perRuler, type RulerName } from '../../../../src/experiment/losses/catalogue.ts';
import { parseSpec } from '../../../../src/experiment/parse-spec.ts';
import type {
  DoubtedLabels,
  EpochEvent,
  EvaluationEvent,
  LayerStatistics,
  Measures,
  Outcome,
  RunEvent,
  UnitFailure,
} from '../../../../src/run/event.ts';
import { applyEvent, newRun } from '../../../../src/run/reduce.ts';
import type { Run } from '../../../../src/run/run.ts';

/** What a test says of a run; the rest is a run that learns as it should. */
export interface Told {
  /** As an experiment file has it. */
  readonly spec?: Readonly<Record<string, unknown>>;
  /** Validation loss before the first step. */
  readonly start?: number;
  /** Of the rulers then, where they are to differ from it. */
  readonly startRulers?: Partial<Record<RulerName, number>>;
  /** After each epoch, from the first on. */
  readonly train?: readonly number[];
  readonly validation?: readonly number[];
  readonly trainAccuracy?: readonly number[];
  readonly validationAccuracy?: readonly number[];
  readonly calibration?: readonly number[];
  /** Of each layer at step 1. */
  readonly firstStep?: readonly Partial<LayerStatistics>[];
  /** Of each layer in every epoch. */
  readonly layers?: readonly Partial<LayerStatistics>[];
  readonly batches?: readonly number[];
  /** Recall of each class. */
  readonly recalls?: readonly number[];
  /** Share of each layer’s units that are dead under ReLU, else saturated, before the first step and in every epoch. */
  readonly firstUnits?: readonly number[];
  readonly units?: readonly number[];
  /** Of every epoch. */
  readonly doubted?: DoubtedLabels;
  readonly outcome?: Outcome;
}

export const stepsPerEpoch = 10;
const good = Array<number>(10).fill(0.8);
const tenths = Array<number>(10).fill(0.1);
const healthy = [1.2, 0.8, 0.6, 0.5, 0.45];
const accuracies = [0.6, 0.7, 0.75, 0.8, 0.82];

export function madeUp(told: Told = {}): Run {
  const parsed = parseSpec(told.spec ?? {});
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { spec } = parsed;
  const run = newRun({ id: 'r', name: 'r', createdAt: 0, comparison: 'c', position: 0, spec });
  const kind = spec.model.style?.activation === 'relu' ? 'dead' : 'saturated';
  for (const event of eventsOf(told, kind)) applyEvent(run, event);
  return run;
}

function* eventsOf(told: Told, kind: UnitFailure): Generator<RunEvent> {
  const { train = healthy, firstStep = [{}, {}, {}], layers = firstStep, outcome } = told;
  const validation = told.validation ?? train;
  const at = (step: number) => ({ wallTime: step, step });
  const setting = {
    layers: firstStep.map((_, layer) => ({ name: `dense-${layer + 1}`, weights: 100 })),
    ...{ classes: 10, trainCount: 640, validationCount: 1000, stepsPerEpoch, backend: 'test' },
  };
  yield { type: 'started', ...at(0), setting };
  const { units = [0.1, 0.2], firstUnits = units } = told;
  const shares = (values: readonly number[]) =>
    values.map((share, layer) => ({ layer: `dense-${layer + 1}`, kind, share }));
  const first = measures(told.start ?? 2.4, 0.1);
  yield epoch(0, null, { ...first, losses: { ...first.losses, ...told.startRulers } });
  yield { ...evaluation(0, 0.03, tenths), units: shares(firstUnits) };
  for (const [index, loss] of (told.batches ?? [2.4, 2.2]).entries())
    yield { type: 'batch', ...at(index + 1), loss, accuracy: 0.5 };
  yield { type: 'gradients', ...at(1), window: 'first-step', epoch: 0, layers: firstStep.map(statistics) }; // prettier-ignore
  for (const [index, loss] of train.entries()) {
    const number = index + 1;
    const step = number * stepsPerEpoch;
    yield { type: 'gradients', ...at(step), window: 'epoch', epoch: number, layers: layers.map(statistics) }; // prettier-ignore
    const validated = told.validationAccuracy?.[index] ?? accuracies[index] ?? 0.85;
    const trained = told.trainAccuracy?.[index] ?? validated;
    const { doubted = { share: 0.05, pull: 0.4 } } = told;
    const ended = epoch(number, measures(loss, trained), measures(validation[index] ?? NaN, validated)); // prettier-ignore
    yield { ...ended, doubted };
    const calibration = told.calibration?.[index] ?? 0.03;
    yield { ...evaluation(number, calibration, told.recalls ?? good), units: shares(units) };
  }
  if (outcome) yield { type: 'finished', ...at(train.length * stepsPerEpoch), outcome };
}

function epoch(number: number, train: Measures | null, validation: Measures): EpochEvent {
  const step = number * stepsPerEpoch;
  return { type: 'epoch', wallTime: step, step, epoch: number, train, validation, imagesPerSecond: 1 }; // prettier-ignore
}

function evaluation(
  number: number,
  calibration: number,
  recalls: readonly number[],
): EvaluationEvent {
  const step = number * stepsPerEpoch;
  const confusion = recalls.flatMap((recall, k) =>
    recalls.map((_, other) => {
      if (other === k) return Math.round(100 * recall);
      return other === (k + 1) % recalls.length ? Math.round(100 * (1 - recall)) : 0;
    }),
  );
  return {
    type: 'evaluation',
    wallTime: step,
    step,
    epoch: number,
    metrics: { 'expected-calibration-error': calibration },
    confusion,
    classLosses: recalls.map(() => 1),
    examples: { losses: [], predicted: [] },
  };
}

function measures(objective: number, accuracy: number): Measures {
  return { accuracy, objective, losses: perRuler(() => objective) };
}

function statistics(told: Partial<LayerStatistics>): LayerStatistics {
  const norm = told.norm ?? 1;
  return { norm, maxNorm: norm, mean: 0, std: 1, zeroFraction: 0.1, updateRatio: 0.002, ...told };
}
