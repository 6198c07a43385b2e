import {
  isRuler,
  losses,
  perRuler,
  rulers,
  type RulerName,
} from '../../src/experiment/losses/catalogue.ts';
import { fromDefaultReduction } from '../../src/experiment/losses/loss-spec.ts';
import { presets } from '../../src/experiment/losses/parameter.ts';
import { reductionFactor } from '../../src/experiment/losses/loss.ts';
import { defaultSpec, stepsPerEpoch, type ExperimentSpec } from '../../src/experiment/spec.ts';
import { models } from '../../src/experiment/models/catalogue.ts';
import { declareLayers, weightCount } from '../../src/experiment/models/layers.ts';
import { buildOf } from '../../src/experiment/models/model-spec.ts';
import { Prediction } from '../../src/experiment/losses/prediction.ts';
import type { Measures, RunEvent } from '../../src/run/event.ts';
import type { RunIdentity } from '../../src/run/run.ts';
import { normalHistogram, statisticsOf } from './gradient-scenarios.ts';
import { outcomes } from './examples.ts';

/* Invented events that look like a training, to look at the page without one. */

const classes = 10;
const start = 1_790_000_000;

export function identity(position: number, change: Partial<ExperimentSpec>): RunIdentity {
  const spec = { ...defaultSpec, ...change };
  return {
    id: `run-${position}`,
    name:
      spec.loss.reduction !== losses[spec.loss.name].reductions[0]
        ? `${losses[spec.loss.name].label.text} (${spec.loss.reduction})`
        : losses[spec.loss.name].label.text,
    createdAt: start * 1000,
    comparison: 'simulated',
    position,
    spec,
  };
}

/** The first `epochs` epochs of a run; `speed` is how fast it learns. */
export function* simulate(
  { spec }: RunIdentity,
  epochs: number,
  speed: number,
): Generator<RunEvent, void> {
  const random = mulberry(spec.seed + speed * 1000);
  const steps = stepsPerEpoch(spec, 10_000);
  const input = { height: 28, width: 28, channels: 1, classes };
  const layers = declareLayers(models[spec.model.name], input, buildOf(spec.model));
  const time = (step: number): number => start + step * 0.003;
  yield {
    type: 'started',
    wallTime: time(0),
    step: 0,
    setting: {
      classes,
      trainCount: 10_000,
      validationCount: 2_000,
      stepsPerEpoch: steps,
      backend: 'simulated',
      layers: layers.map((layer) => ({ name: layer.name, weights: weightCount(layer) })),
    },
  };
  yield {
    type: 'epoch',
    wallTime: time(0),
    step: 0,
    epoch: 0,
    train: null,
    validation: started(),
    imagesPerSecond: null,
  };
  for (let step = 1; step <= epochs * steps; step++) {
    const progress = (step - 1) / steps;
    const { loss, accuracy } = {
      loss: ownLoss(progress, speed, spec.loss),
      accuracy: measures(progress, speed).accuracy,
    };
    yield {
      type: 'batch',
      wallTime: time(step),
      step,
      loss: loss * Math.exp(0.25 * (random() - 0.5)),
      accuracy,
    };
    if (step === 1) yield gradients(1, 'first-step', 0);
    if (step % steps !== 0) continue;
    const epoch = step / steps;
    yield gradients(step, 'epoch', epoch);
    const noisy = epoch + 0.3 * (random() - 0.5);
    yield {
      type: 'epoch',
      wallTime: time(step),
      step,
      epoch,
      train: measures(epoch - 0.3, speed * 1.02),
      validation: measures(noisy, speed),
      imagesPerSecond: 41_000 + 900 * random(),
    };
    yield evaluation(step, epoch, measures(noisy, speed).accuracy);
  }

  /** Confused with the neighbours in the list alone. */
  function evaluation(step: number, epoch: number, accuracy: number): RunEvent {
    const confusion = Array.from({ length: classes ** 2 }, (_, i) => {
      const apart = Math.abs((i % classes) - Math.floor(i / classes));
      return apart === 0
        ? Math.round(200 * accuracy)
        : apart === 1
          ? Math.round(100 * (1 - accuracy))
          : 0;
    });
    return {
      type: 'evaluation',
      wallTime: time(step),
      step,
      epoch,
      metrics: {
        'top-2-accuracy': 1 - (1 - accuracy) / 3,
        'balanced-accuracy': accuracy,
        'expected-calibration-error': 0.03 + 0.05 * random(),
        'brier-score': 1.4 * (1 - accuracy),
      },
      confusion,
      classLosses: Array.from({ length: classes }, () => 1.2 * (1 - accuracy) + 0.2 * random()),
      examples: outcomes(2000, accuracy),
    };
  }

  function gradients(step: number, window: 'first-step' | 'epoch', epoch: number): RunEvent {
    const shrink = spec.model.style?.activation === 'sigmoid' ? 0.3 : 0.9;
    const scale = spec.loss.name === 'cross-entropy' ? 0.42 : 0.031;
    const statistics = layers.map((_, layer) =>
      statisticsOf(
        scale *
          shrink ** (layers.length - 1 - layer) *
          Math.exp(-epoch / 15) *
          (0.9 + 0.2 * random()),
      ),
    );
    return {
      type: 'gradients',
      wallTime: time(step),
      step,
      window,
      epoch,
      layers: statistics,
      histograms: layers.map((layer, index) =>
        normalHistogram(statistics[index]?.std ?? NaN, weightCount(layer)),
      ),
    };
  }
}

/** What a model measures whose label's logit leads by a margin that grows with the progress. */
function measures(progress: number, speed: number): Measures {
  const learnt = 1 - Math.exp(-progress * speed);
  const accuracy = 0.1 + 0.78 * learnt;
  const mixed = (name: RulerName): number =>
    0.93 * of(5 * learnt, name) + 0.07 * of(-1.2 * learnt, name);
  return {
    accuracy,
    losses: perRuler(mixed),
  };
}

/** A ruler of an image whose label's logit is ahead of all others by a margin. */
function of(margin: number, name: RulerName): number {
  const loss = rulers[name];
  const logits = [margin, ...new Array<number>(classes - 1).fill(0)];
  const value = loss.value(Prediction.of(logits, 0), presets(loss.parameters));
  return value * reductionFactor(loss.reductions[0], classes);
}

/** With initial weights of a usual scale: no class is favoured by much, and none by all images. */
function started(): Measures {
  const { accuracy } = measures(0, 0);
  const apart = (name: RulerName): number => (of(0.8, name) + of(-0.8, name)) / 2;
  return { accuracy, losses: perRuler(apart) };
}

/** Of a ruler; what is none looks like cross-entropy. */
function ownLoss(
  progress: number,
  speed: number,
  { name, reduction }: ExperimentSpec['loss'],
): number {
  const ruler = isRuler(name) ? name : 'cross-entropy';
  const factor = isRuler(name) ? fromDefaultReduction({ name, reduction }, classes) : 1;
  return measures(progress, speed).losses[ruler] * factor;
}

/** Tommy Ettinger's mulberry32: numbers in 0..1 from a seed. */
function mulberry(seed: number): () => number {
  let a = Math.floor(seed);
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
