import { describe, expect, it } from 'vitest';
import { lossSpec } from '../../../../src/experiment/losses/loss-spec.ts';
import { wholeOptimizer } from '../../../../src/experiment/optimizers/optimizer-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../../src/experiment/spec.ts';
import { nextStage, type Fair, type Stage } from '../../../../src/insight/fair/next-stage.ts';
import {
  bestOf,
  firstPlaces,
  placeOf,
  rateAt,
  sweepEpochs,
} from '../../../../src/insight/fair/sweep.ts';
import type { Outcome } from '../../../../src/run/event.ts';
import type { Plan } from '../../../../src/run/new-identity.ts';
import type { Run } from '../../../../src/run/run.ts';
import { epoch, identity, runOf, started } from '../../make-run.ts';

const optimizer = wholeOptimizer({ name: 'sgd', learningRate: 0.1 });
const base: ExperimentSpec = { ...defaultSpec, optimizer, epochs: 30 };
const bases = [base, { ...base, loss: lossSpec('mean-squared-error') }] as const;

let made = 0;

/** What became of a plan; `accuracy` undefined for a run that still trains. */
function ran(plan: Plan, accuracy?: number, outcome: Outcome = 'completed'): Run {
  const of = identity({ id: `run-${made++}`, ...(plan.purpose && { purpose: plan.purpose }) }, plan.spec); // prettier-ignore
  if (accuracy === undefined) return runOf([started()], of);
  return runOf([started(), epoch(0, 0.1), epoch(1, accuracy), { type: 'finished', wallTime: 1, step: 1, outcome }], of); // prettier-ignore
}

const fair = (runs: readonly Run[], seeds: readonly number[] = [1, 2]): Fair => ({ bases, scales: [1, 10], seeds, runs }); // prettier-ignore

function plansOf(stage: Stage): readonly Plan[] {
  if (stage.kind !== 'start') throw new Error(`Nothing starts: ${stage.kind}`);
  return stage.plans;
}

const rates = (plans: readonly Plan[], loss: string): number[] =>
  plans.filter(({ spec }) => spec.loss.name === loss).map(({ spec }) => spec.optimizer.learningRate); // prettier-ignore

/** Best at 0.1 for cross-entropy, at 1 for MSE. */
const peak = ({ spec }: Plan): number => {
  const best = spec.loss.name === 'cross-entropy' ? 0.1 : 1;
  return 0.9 - 0.1 * Math.abs(Math.log10(spec.optimizer.learningRate / best));
};

const sweep = plansOf(nextStage(fair([])));
const planAt = (index: number): Plan => {
  const plan = sweep[index];
  if (plan === undefined) throw new Error(`No plan ${index}.`);
  return plan;
};
const swept = (): Run[] => sweep.map((plan) => ran(plan, peak(plan)));

describe('the grid of rates', () => {
  it('reaches from the spec’s rate to what makes up for a smaller gradient, and one further', () => {
    expect(rates(sweep, 'cross-entropy')).toEqual([0.0316, 0.1, 0.316]);
    expect(rates(sweep, 'mean-squared-error')).toEqual([0.0316, 0.1, 0.316, 1, 3.16]);
    expect(firstPlaces(base, 1000)).toEqual([3, 4, 5, 6, 7]);
  });

  it('does not widen for an optimizer that divides by the size of the gradient', () => {
    const adam = { ...base, optimizer: wholeOptimizer({ name: 'adam', learningRate: 0.001 }) };
    expect(firstPlaces(adam, 1000)).toEqual([-1, 0, 1]);
  });

  it('knows the place of each of its rates', () => {
    for (let place = -6; place <= 8; place++)
      expect(placeOf(base, rateAt(base, place))).toBe(place);
  });

  it('is tried for a third of the epochs, three at least', () => {
    expect([30, 10, 4, 2].map((epochs) => sweepEpochs({ ...base, epochs }))).toEqual([10, 4, 3, 2]);
    expect(sweep.every(({ spec }) => spec.epochs === 10 && spec.seed === 1)).toBe(true);
  });
});

describe('the best of a sweep', () => {
  it('has the highest accuracy of those that did not diverge', () => {
    const runs = [ran(planAt(0), 0.8), ran(planAt(1), 0.85), ran(planAt(2), 0.99, 'diverged')];
    expect(bestOf(runs)).toBe(runs[1]);
  });

  it('has of equal accuracies the lower loss', () => {
    const low = ran(planAt(0), 0.8);
    const high = ran(planAt(1), 0.8);
    low.epochs.validation.objective = [1, 0.4];
    high.epochs.validation.objective = [1, 0.5];
    expect(bestOf([high, low])).toBe(low);
  });
});

describe('the next stage', () => {
  it('is to wait while the sweep trains, and says how far it is', () => {
    const runs = sweep.map((plan, index) => ran(plan, index < 5 ? peak(plan) : undefined));
    expect(nextStage(fair(runs))).toEqual({ kind: 'wait', purpose: 'sweep', done: 5, all: 8 });
  });

  it('is to train what of the sweep is not there', () => {
    const runs = swept().slice(0, 6);
    expect(plansOf(nextStage(fair(runs))).map(({ spec }) => spec.optimizer.learningRate)).toEqual([1, 3.16]); // prettier-ignore
  });

  it('is one rate more where the best lies at an end', () => {
    const rising = sweep.map((plan) => ran(plan, 0.5 + 0.1 * Math.log10(plan.spec.optimizer.learningRate))); // prettier-ignore
    const plans = plansOf(nextStage(fair(rising)));
    expect([rates(plans, 'cross-entropy'), rates(plans, 'mean-squared-error')]).toEqual([
      [1],
      [10],
    ]);
    const falling = sweep.map((plan) => ran(plan, 0.5 - 0.1 * Math.log10(plan.spec.optimizer.learningRate))); // prettier-ignore
    expect(rates(plansOf(nextStage(fair(falling))), 'cross-entropy')).toEqual([0.01]);
  });

  it('does not go beyond a rate that diverged', () => {
    const runs = sweep.map((plan) => {
      const { learningRate } = plan.spec.optimizer;
      const isHigh =
        plan.spec.loss.name === 'cross-entropy' ? learningRate > 0.2 : learningRate > 2;
      return ran(plan, 0.5 + 0.1 * Math.log10(learningRate), isHigh ? 'diverged' : 'completed');
    });
    expect(plansOf(nextStage(fair(runs))).map(({ spec }) => spec.optimizer.learningRate)).toEqual([0.1, 0.1, 1, 1]); // prettier-ignore
  });

  it('widens no further than eight rates a loss', () => {
    let runs: Run[] = [];
    const rising = (plan: Plan): number => 0.5 + 0.01 * Math.log10(plan.spec.optimizer.learningRate); // prettier-ignore
    for (let round = 0; round < 20; round++) {
      const stage = nextStage(fair(runs));
      if (stage.kind !== 'start' || stage.purpose === 'fair') break;
      runs = [...runs, ...stage.plans.map((plan) => ran(plan, rising(plan)))];
    }
    expect(runs).toHaveLength(16);
    expect(nextStage(fair(runs))).toMatchObject({ kind: 'start', purpose: 'fair' });
  });

  it('is each loss with its rate, once a seed, for all epochs, when the sweep is over', () => {
    const stage = nextStage(fair(swept()));
    const plans = plansOf(stage);
    expect(stage).toMatchObject({ purpose: 'fair' });
    expect(plans.map(({ spec }) => [spec.loss.name, spec.optimizer.learningRate, spec.seed, spec.epochs])).toEqual([
      ['cross-entropy', 0.1, 1, 30],
      ['cross-entropy', 0.1, 2, 30],
      ['mean-squared-error', 1, 1, 30],
      ['mean-squared-error', 1, 2, 30],
    ]); // prettier-ignore
    expect(plans.every(({ purpose }) => purpose?.kind === 'fair')).toBe(true);
  });

  it('waits for the final runs, adds those of further seeds, and is then done', () => {
    const runs = swept();
    const finals = plansOf(nextStage(fair(runs)));
    const some = [
      ...runs,
      ...finals.map((plan, index) => ran(plan, index === 0 ? 0.9 : undefined)),
    ];
    expect(nextStage(fair(some))).toEqual({ kind: 'wait', purpose: 'fair', done: 1, all: 4 });
    const all = [...runs, ...finals.map((plan) => ran(plan, 0.9))];
    expect(nextStage(fair(all))).toEqual({ kind: 'done' });
    expect(plansOf(nextStage(fair(all, [1, 2, 3]))).map(({ spec }) => spec.seed)).toEqual([3, 3]);
  });

  it('takes a final run that diverged as what it is: a result', () => {
    const runs = swept();
    const finals = plansOf(nextStage(fair(runs)));
    const all = [...runs, ...finals.map((plan) => ran(plan, 0.9, 'diverged'))];
    expect(nextStage(fair(all))).toEqual({ kind: 'done' });
  });

  it.each(['stopped', 'failed', 'interrupted'] as const)('is the end where a run %s', (outcome) => {
    const [first, ...others] = swept();
    const broken = ran(planAt(0), 0.5, outcome);
    expect(first).toBeDefined();
    expect(nextStage(fair([broken, ...others])).kind).toBe('ended');
    const finals = plansOf(nextStage(fair(swept())));
    const ended = finals.slice(0, 1).map((plan) => ran(plan, 0.5, outcome));
    expect(ended).toHaveLength(1);
    expect(nextStage(fair([...swept(), ...ended])).kind).toBe('ended');
  });

  it('is the end where no rate trains at all', () => {
    let runs: Run[] = [];
    for (let stage = nextStage(fair(runs)); stage.kind === 'start'; stage = nextStage(fair(runs)))
      runs = [...runs, ...stage.plans.map((plan) => ran(plan, 0.1, 'diverged'))];
    expect(runs).toHaveLength(16);
    expect(nextStage(fair(runs))).toMatchObject({ kind: 'ended', reason: { text: 'The fair comparison ended: {loss} trained with none of the rates tried.' } }); // prettier-ignore
  });
});
