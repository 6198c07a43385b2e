import { datasetSpec } from '../../src/experiment/datasets/dataset-spec.ts';
import { lossSpec } from '../../src/experiment/losses/loss-spec.ts';
import { modelSpec, type ModelSpec } from '../../src/experiment/models/model-spec.ts';
import { plainRelu } from '../../src/experiment/models/model.ts';
import type { LayerStyle } from '../../src/experiment/models/net.ts';
import { wholeOptimizer } from '../../src/experiment/optimizers/optimizer-spec.ts';
import { newRun } from '../../src/run/reduce.ts';
import type { Run } from '../../src/run/run.ts';
import { studies } from '../../src/insight/studies/catalogue.ts';
import { studyRuns } from '../../src/insight/studies/study.ts';
import { diverged, extremes, hostileNames, slow } from './broken-scenarios.ts';
import { fairComparison, withSweep } from './fair-scenarios.ts';
import { withFailedUnits, withStart, withWrongLabels } from './fault-scenarios.ts';
import { withExplosion, withManyEpochs, withoutHistograms } from './gradient-scenarios.ts';
import { identity } from './simulate.ts';
import { finished, trained } from './trained.ts';
import { withTrials } from './trial-scenarios.ts';

const ce = lossSpec('cross-entropy');
const mse = lossSpec('mean-squared-error');

const tanhNorm = {
  ...plainRelu,
  activation: 'tanh',
  initializer: 'glorot-uniform',
  batchNorm: true,
} as const;

const ofStyle = (style: Partial<LayerStyle>): ModelSpec => {
  const model = modelSpec('mlp');
  return { ...model, style: { ...plainRelu, ...style } };
};

/** What the page is looked at with, by name. */
export const scenarios: Record<string, () => Run[]> = {
  empty: () => [],
  queued: () => [newRun(identity(0, {})), newRun(identity(1, { loss: mse }))],
  fresh: () => [
    trained(identity(0, {}), 0.15, 0.9),
    trained(identity(1, { loss: mse }), 0.15, 0.16),
  ],
  two: () => [trained(identity(0, {}), 12, 0.9), trained(identity(1, { loss: mse }), 12, 0.16)],
  done: () => [
    finished(trained(identity(0, {}), 30, 0.9), 'completed'),
    finished(trained(identity(1, { loss: mse }), 30, 0.16), 'completed'),
  ],
  one: () => [trained(identity(0, { loss: lossSpec('mean-squared-error', 'half-sum') }), 5, 0.4)],
  deep: () => [
    trained(identity(0, { model: modelSpec('deep-mlp') }), 12, 0.2),
    trained(identity(1, { model: modelSpec('deep-mlp'), loss: mse }), 12, 0.03),
  ],
  symptoms: () => [
    trained(identity(0, { model: modelSpec('deep-mlp') }), 8, 0),
    trained(identity(1, { model: modelSpec('deep-mlp'), loss: mse }), 8, 0),
    finished(
      trained(identity(2, { loss: lossSpec('binary-cross-entropy') }), 12, 0.9),
      'completed',
    ),
  ],
  units: () => [
    withFailedUnits(trained(identity(0, { model: modelSpec('deep-mlp') }), 8, 0.3), 'saturated'),
    withFailedUnits(trained(identity(1, {}), 8, 0.4), 'dead'),
    withWrongLabels(trained(identity(2, {}), 8, 0.9)),
  ],
  initial: () => [
    withStart(
      trained(identity(0, { model: ofStyle({ initializer: 'zeros' }) }), 8, 0),
      'all alike',
    ),
    withStart(
      trained(identity(1, { model: ofStyle({ initialScale: 20 }) }), 8, 0.2),
      'sure and wrong',
    ),
  ],
  'no-units': () => [
    trained(identity(0, {}), 8, 0.9),
    trained(identity(1, { model: modelSpec('softmax-regression') }), 8, 0.9),
  ],
  trials: withTrials,
  styles: () => [
    trained(identity(0, {}), 6, 0.5),
    trained(identity(1, { model: { ...modelSpec('mlp'), style: tanhNorm } }), 6, 0.6),
  ],
  fallback: () =>
    [trained(identity(0, {}), 2, 0.9), trained(identity(1, { loss: mse }), 2, 0.16)].map(slow),
  epochs2000: () => [
    withManyEpochs(trained(identity(0, { epochs: 2000 }), 1, 0.5), 2000),
    withManyEpochs(
      trained(identity(1, { epochs: 2000, model: modelSpec('deep-mlp'), loss: mse }), 1, 0.1),
      800,
    ),
  ],
  exploded: () => [
    finished(withExplosion(trained(identity(0, {}), 3, 0.5)), 'diverged'),
    trained(identity(1, { loss: mse }), 9, 0.3),
  ],
  old: () => [withoutHistograms(trained(identity(0, {}), 12, 0.9))],
  scenes: () => [
    ofScenes(trained(identity(0, { dataset: datasetSpec('fashion-scenes') }), 6, 0.9)),
    ofScenes(trained(identity(1, { dataset: datasetSpec('fashion-scenes'), loss: mse }), 6, 0.4)),
  ],
  diverged: () => [diverged(), trained(identity(1, { loss: mse }), 7, 0.3)],
  extremes,
  many: () =>
    (
      [
        'cross-entropy',
        'mean-squared-error',
        'mean-squared-error-linear',
        'binary-cross-entropy',
        'mean-absolute-error',
      ] as const
    ).map((name, position) =>
      trained(
        identity(position, { loss: lossSpec(name), seed: position + 1 }),
        9 + position,
        0.9 / (position + 1),
      ),
    ),
  seeds: () =>
    (['cross-entropy', 'mean-squared-error'] as const).flatMap((name, position) =>
      [1, 2, 3].map((seed) => seeded(position, name, seed)),
    ),
  fair: fairComparison,
  sweeping: withSweep,
  grid: () => Array.from({ length: 200 }, (_, position) => gridRun(position)),
  study: () => ofStudy('overfitting-by-loss', 10),
  'study-open': () => ofStudy('depth', 7),
  hostile: () =>
    hostileNames.map((name, position) => {
      const run = trained(identity(position, { loss: position % 2 === 0 ? ce : mse }), 3, 0.4);
      run.identity = { ...run.identity, name };
      return run;
    }),
};

/** The runs of a study, of which so many have finished. */
function ofStudy(study: 'overfitting-by-loss' | 'depth', done: number): Run[] {
  return studyRuns(studies[study]).map(({ arm, name, spec }, index) => {
    const position = Math.floor(index / studies[study].seeds.length);
    const of = identity(position, spec);
    const purpose = { kind: 'study', study, arm } as const;
    const seed = String(spec.seed);
    const kin = { group: arm, id: `${arm}-${seed}`, name: `${name.text} · seed ${seed}`, purpose };
    const run = trained({ ...of, ...kin }, 6, position === 0 ? 0.9 : 0.5);
    return index < done ? finished(run, 'completed') : run;
  });
}

function seeded(position: number, name: 'cross-entropy' | 'mean-squared-error', seed: number): Run {
  const of = identity(position, { loss: lossSpec(name), seed });
  const group = of.id;
  return trained(
    { ...of, group, id: `${group}-seed-${seed}`, name: `${of.name} · seed ${seed}` },
    9,
    (name === 'cross-entropy' ? 0.9 : 0.2) * (1 + seed / 20),
  );
}

/** One of a grid over optimizer, learning rate and batch size. */
function gridRun(position: number): Run {
  const optimizer = wholeOptimizer({
    name: position % 2 === 0 ? 'sgd' : 'adam',
    learningRate: 10 ** -((position >> 1) % 5),
  });
  const batchSize = 32 << ((position >> 1) % 3);
  const of = identity(position, { optimizer, batchSize, loss: position % 3 === 0 ? mse : ce });
  const run = trained(
    { ...of, name: `${of.name} #${position + 1}` },
    2,
    ((position * 37) % 97) / 97,
  );
  return position % 11 === 0 ? finished(run, 'stopped') : run;
}

/** Every pixel has one of four classes. */
function ofScenes(run: Run): Run {
  const { setting, evaluations } = run;
  const { last } = evaluations;
  if (!setting || !last) return run;
  run.setting = { ...setting, classes: 4, validationCount: 400 };
  evaluations.last = {
    ...last,
    confusion: [900, 30, 10, 5, 20, 300, 8, 0, 6, 9, 200, 12, 0, 4, 30, 150],
    classLosses: [0.05, 0.3, 0.4, 0.6],
    examples: { losses: last.examples.losses.slice(0, 400), predicted: [] },
  };
  return run;
}
