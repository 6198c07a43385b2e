import { lossSpec } from '../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../src/experiment/models/model-spec.ts';
import { plainRelu } from '../../src/experiment/models/model.ts';
import { wholeOptimizer } from '../../src/experiment/optimizers/optimizer-spec.ts';
import { perRuler } from '../../src/experiment/losses/catalogue.ts';
import type { EpochEvent, RunEvent } from '../../src/run/event.ts';
import { newRun, applyEvent } from '../../src/run/reduce.ts';
import type { Run, RunIdentity } from '../../src/run/run.ts';
import { withExplosion, withManyEpochs, withoutHistograms } from './gradient-scenarios.ts';
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
  diverged: () => [diverged(), trained(identity(1, { loss: mse }), 7, 0.3)],
  seeds: () =>
    [1, 2, 3].flatMap((seed) => [member(seed, 0, {}, 0.6), member(seed, 1, { loss: mse }, 0.1)]),
  hostile: () => hostile(),
  crowd: () =>
    Array.from({ length: 200 }, (_, place) => {
      const run = trained(
        { ...identity(place, { seed: place + 1 }), id: `crowd-${place}` },
        3,
        0.2 + (place % 7) / 7,
      );
      run.identity = { ...run.identity, name: `run ${place}` };
      return run;
    }),
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

/** One of several seeds of an experiment. */
function member(
  seed: number,
  position: number,
  change: Parameters<typeof identity>[1],
  speed: number,
): Run {
  const own = identity(position, { ...change, seed });
  const group = `group-${position}`;
  return trained(
    { ...own, id: `${group}-${seed}`, name: `${own.name} · seed ${seed}`, group },
    12,
    speed * (1 + seed / 10),
  );
}

/** Values and names that no training gives, and that a page must not break at. */
function hostile(): Run[] {
  const values = [
    [1e308, -1e308, 5e-324, 0, 1],
    [NaN, NaN, NaN, NaN, NaN],
    [Infinity, -Infinity, NaN, 1, 1e300],
    [7],
    [],
  ];
  const names = [
    '<script>alert(1)</script>',
    '\u202Eevil \u05E9\u05DC\u05D5\u05DD',
    'a'.repeat(300),
    '𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🧪',
    '',
  ];
  return values.map((losses, position) => {
    const own = { ...identity(position, {}), name: names[position] ?? '' };
    const run = trained(own, 0, 0.5);
    losses.forEach((loss, index) => {
      const step = index + 1;
      const at = { wallTime: 1_790_000_000 + step, step };
      applyEvent(run, { type: 'batch', ...at, loss, accuracy: loss });
      applyEvent(run, { type: 'epoch', ...at, epoch: step, ...epochOf(loss) });
    });
    return run;
  });
}

function epochOf(loss: number): Pick<EpochEvent, 'train' | 'validation' | 'imagesPerSecond'> {
  const measures = { accuracy: loss, losses: perRuler(() => loss) };
  return { train: measures, validation: measures, imagesPerSecond: 1 };
}
