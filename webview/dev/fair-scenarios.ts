import { lossSpec } from '../../src/experiment/losses/loss-spec.ts';
import { wholeOptimizer } from '../../src/experiment/optimizers/optimizer-spec.ts';
import type { Run } from '../../src/run/run.ts';
import { identity } from './simulate.ts';
import { finished, trained } from './trained.ts';

/** A fair comparison whose last rate is being tried. */
export function withSweep(): Run[] {
  return [...fairComparison().slice(0, 7), withRate(9, 'mean-squared-error', 0.5, 0.8, 1)];
}

/** A comparison at one rate, the sweep of its rates, and the final runs with three seeds. */
export function fairComparison(): Run[] {
  const bases = (['cross-entropy', 'mean-squared-error'] as const).map(
    (name, position) =>
    finished(trained(identity(position, { loss: lossSpec(name) }), 12, 0.9 - 0.6 * position), 'completed'), // prettier-ignore
  );
  const rates = [0.016, 0.05, 0.158, 0.5, 1.58];
  const sweep = rates.flatMap((rate, index) =>
    (['cross-entropy', 'mean-squared-error'] as const).map((name, loss) => {
      const speed = 0.9 - 0.25 * Math.abs(index - 1 - 2 * loss);
      const run = withRate(2 + 2 * index + loss, name, rate, speed, 1);
      return finished(run, index === 4 && loss === 0 ? 'diverged' : 'completed');
    }),
  );
  const finals = [1, 2, 3].flatMap((seed) =>
    (['cross-entropy', 'mean-squared-error'] as const).map((name, loss) => {
      const run = withRate(12 + loss, name, loss === 0 ? 0.05 : 0.5, 0.7 - 0.02 * loss + seed / 50, seed); // prettier-ignore
      const group = `fair-${loss}`;
      const called = `${run.identity.name} · seed ${seed}`;
      run.identity = { ...run.identity, id: `${group}-${seed}`, group, name: called, purpose: { kind: 'fair' } };
      return finished(run, 'completed');
    }),
  );
  return [...bases, ...sweep, ...finals];
} // prettier-ignore

function withRate(
  position: number,
  name: 'cross-entropy' | 'mean-squared-error',
  rate: number,
  speed: number,
  seed: number,
): Run {
  const optimizer = wholeOptimizer({ name: 'sgd', learningRate: rate });
  const of = identity(position, { loss: lossSpec(name), optimizer, seed });
  const called = `${of.name} · rate ${rate}`;
  return trained({ ...of, name: called, purpose: { kind: 'sweep' } }, 6, speed);
}
