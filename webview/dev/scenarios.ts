import { datasetSpec } from '../../src/experiment/datasets/dataset-spec.ts';
import { lossSpec } from '../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../src/experiment/models/model-spec.ts';
import { plainRelu } from '../../src/experiment/models/model.ts';
import { wholeOptimizer } from '../../src/experiment/optimizers/optimizer-spec.ts';
import type { RunEvent } from '../../src/run/event.ts';
import { newRun, applyEvent } from '../../src/run/reduce.ts';
import type { Run, RunIdentity } from '../../src/run/run.ts';
import { identity, simulate } from './simulate.ts';

const mse = lossSpec('mean-squared-error');

const tanhNorm = {
  ...plainRelu,
  activation: 'tanh',
  initializer: 'glorot-uniform',
  batchNorm: true,
} as const;

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
  styles: () => [
    trained(identity(0, {}), 6, 0.5),
    trained(identity(1, { model: { ...modelSpec('mlp'), style: tanhNorm } }), 6, 0.6),
  ],
  fallback: () =>
    [trained(identity(0, {}), 2, 0.9), trained(identity(1, { loss: mse }), 2, 0.16)].map(slow),
  scenes: () => [
    ofScenes(trained(identity(0, { dataset: datasetSpec('fashion-scenes') }), 6, 0.9)),
    ofScenes(trained(identity(1, { dataset: datasetSpec('fashion-scenes'), loss: mse }), 6, 0.4)),
  ],
  diverged: () => [diverged(), trained(identity(1, { loss: mse }), 7, 0.3)],
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
};

function trained(of: RunIdentity, epochs: number, speed: number): Run {
  const run = newRun(of);
  for (const event of simulate(of, epochs, speed)) applyEvent(run, event);
  return run;
}

function finished(run: Run, outcome: Extract<RunEvent, { type: 'finished' }>['outcome']): Run {
  applyEvent(run, { type: 'finished', outcome, step: run.step, wallTime: run.lastEventAt ?? 0 });
  return run;
}

/** Not on the fast backend, and says so. */
function slow(run: Run): Run {
  // Not made by `message`: nobody has to translate it.
  const text =
    'This machine has no SIMD in WebAssembly, so the run trains in plain JavaScript: the same results, many times slower.';
  if (run.setting) run.setting = { ...run.setting, backend: 'cpu', notice: { text } };
  return run;
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

function diverged(): Run {
  const of = identity(0, { optimizer: wholeOptimizer({ name: 'sgd', learningRate: 1000 }) });
  const run = trained(of, 0.4, 0.5);
  const at = run.lastEventAt ?? 0;
  for (const loss of [30, 4e5, Infinity, NaN]) {
    applyEvent(run, { type: 'batch', step: run.step + 1, wallTime: at, loss, accuracy: 0.1 });
  }
  // Not made by `message`: nobody has to translate it.
  const reason = {
    text: 'The loss became {loss} at step {step}. Try a smaller learning rate than {rate}.',
    args: { loss: NaN, step: run.step, rate: 1000 },
  };
  applyEvent(run, { type: 'finished', outcome: 'diverged', step: run.step, wallTime: at, reason });
  return run;
}
