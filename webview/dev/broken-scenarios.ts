import { perRuler } from '../../src/experiment/losses/catalogue.ts';
import { wholeOptimizer } from '../../src/experiment/optimizers/optimizer-spec.ts';
import type { EpochEvent } from '../../src/run/event.ts';
import { applyEvent } from '../../src/run/reduce.ts';
import type { Run } from '../../src/run/run.ts';
import { identity } from './simulate.ts';
import { trained } from './trained.ts';

/* Runs that something is wrong with, and names and values that a page must not break at. */

export const hostileNames = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'אנטרופיה צולבת (1) ‮gnorw',
  'خسارة 0.5 – MSE',
  'A name that is far too long for any column of any table, '.repeat(4),
  '',
];

/** Not on the fast backend, and says so. */
export function slow(run: Run): Run {
  // Not made by `message`: nobody has to translate it.
  const text =
    'This machine has no SIMD in WebAssembly, so the run trains in plain JavaScript: the same results, many times slower.';
  if (run.setting) run.setting = { ...run.setting, backend: 'cpu', notice: { text } };
  return run;
}

export function diverged(): Run {
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

/** Values that a page must not break at: the ends of float64, none at all, nothing but NaN. */
export function extremes(): Run[] {
  const values = [
    [1e308, -1e308, 5e-324, 0, 1],
    [NaN, NaN, NaN, NaN, NaN],
    [Infinity, -Infinity, NaN, 1, 1e300],
    [7],
    [],
  ];
  return values.map((losses, position) => {
    const run = trained(identity(position, {}), 0, 0.5);
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
