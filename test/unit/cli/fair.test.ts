import { expect, test } from 'vitest';
import { fairComparison, followFair, verdictText } from '../../../src/cli/fair.ts';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import type { Outcome } from '../../../src/run/event.ts';
import { applyEvent } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';
import { epoch, started } from '../make-run.ts';

const t = translator({}, 'en');
const specsOf = (names: readonly Parameters<typeof lossSpec>[0][]): ExperimentSpec[] =>
  names.flatMap((name) =>
    [1, 2, 3].map((seed) => ({ ...defaultSpec, loss: lossSpec(name), seed })),
  );

/** Best at the default rate for cross-entropy, at ten times that for MSE, which is 2 points better. */
function end(run: Run, outcome: Outcome = 'completed'): void {
  const { loss, optimizer, seed } = run.identity.spec;
  const isMse = loss.name === 'mean-squared-error';
  const away = Math.log10(optimizer.learningRate / defaultSpec.optimizer.learningRate) - (isMse ? 1 : 0); // prettier-ignore
  const accuracy = 0.85 - 0.1 * Math.abs(away) + (isMse ? 0.02 + 0.001 * (seed % 2) : 0);
  for (const event of [started(), epoch(0, 0.1), epoch(1, accuracy)]) applyEvent(run, event);
  applyEvent(run, { type: 'finished', wallTime: 1, step: 1, outcome });
}

function comparison() {
  const found = fairComparison(specsOf(['cross-entropy', 'mean-squared-error']));
  if (found === undefined) throw new Error('There is no comparison');
  return found;
}

test('goes from a rate for each loss to the final runs of every seed, and to a verdict', async () => {
  const trained: Run[] = [];
  const { runs, reason } = await followFair(
    comparison(),
    (next) => {
      next.forEach((run) => end(run));
      trained.push(...next);
      return Promise.resolve(true);
    },
    t,
  );
  expect(reason).toBeUndefined();
  const rate = defaultSpec.optimizer.learningRate;
  expect(runs.map(({ identity: { spec } }) => [spec.loss.name, spec.optimizer.learningRate, spec.seed])).toEqual([
    ...[1, 2, 3].map((seed) => ['cross-entropy', rate, seed]),
    ...[1, 2, 3].map((seed) => ['mean-squared-error', 10 * rate, seed]),
  ]); // prettier-ignore
  // One comparison of runs whose folders do not collide: 3 rates for the one, 5 for the other, 6 final runs.
  expect(new Set(trained.map(({ identity }) => identity.comparison)).size).toBe(1);
  expect(new Set(trained.map(({ identity }) => identity.id)).size).toBe(3 + 5 + 6);
  const [title, first] = verdictText(runs, t).split('\n');
  expect(title).toBe('MSE on softmax is more accurate than Cross-entropy');
  // 2.1, 2.0 and 2.1 points.
  expect(first).toMatch(/^Over 3 seeds MSE on softmax is 2.07 points better, and was so in every/);
});

test('begins nothing more after Ctrl+C, and has no final runs then', async () => {
  const rounds: number[] = [];
  const train = (next: readonly Run[]): Promise<boolean> => {
    rounds.push(next.length);
    return Promise.resolve(false);
  };
  expect(await followFair(comparison(), train, t)).toEqual({ runs: [] });
  expect(rounds).toEqual([6]);
});

test('ends, and says why, where a run fails', async () => {
  const { runs, reason } = await followFair(
    comparison(),
    (next) => {
      next.forEach((run) => end(run, 'failed'));
      return Promise.resolve(true);
    },
    t,
  );
  expect(runs).toEqual([]);
  expect(reason && t(reason)).toMatch(/^The fair comparison ended: .* failed\.$/);
});

test('is of two losses alone', () => {
  expect(fairComparison([])).toBeUndefined();
  expect(fairComparison(specsOf(['focal']))).toBeUndefined();
  expect(fairComparison(specsOf(['focal', 'hinge', 'huber']))).toBeUndefined();
});
