import { describe, expect, it } from 'vitest';
import { isObject } from '../../../../src/experiment/merge-written.ts';
import { parseSpec } from '../../../../src/experiment/parse-spec.ts';
import { alarmOf } from '../../../../src/insight/rules/alarms.ts';
import { ruleNames, rules } from '../../../../src/insight/rules/catalogue.ts';
import { changesBetween, changesText, trialName } from '../../../../src/insight/trials/changes.ts';
import { judge } from '../../../../src/insight/trials/judge.ts';
import { judgementText } from '../../../../src/insight/trials/judgement-text.ts';
import { offersOf } from '../../../../src/insight/trials/offers.ts';
import { remediedSpec } from '../../../../src/insight/trials/remedied-spec.ts';
import { trialsOf } from '../../../../src/insight/trials/trial.ts';
import { planted } from '../../../../src/cli/rules/planted.ts';
import { translator } from '../../../../src/l10n.ts';
import type { Run } from '../../../../src/run/run.ts';
import { madeUp, type Told } from '../rules/made-up.ts';

const t = translator({}, 'en');
const gap = { trainAccuracy: Array<number>(5).fill(0.98) };
const overfitted = { ...gap, validationAccuracy: [0.6, 0.7, 0.75, 0.79, 0.8] };

function named(id: string, told: Told, purpose?: Run['identity']['purpose']): Run {
  const run = madeUp(told);
  return { ...run, identity: { ...run.identity, id, ...(purpose && { purpose }) } };
}

const first = named('first', { ...overfitted, outcome: 'completed' });

/** What `told` says, as the trial of overfitting's first remedy. */
function trialOf(told: Told, of = first) {
  const run = named('trial', told, { kind: 'remedy', of: of.identity.id, rule: 'overfitting' });
  const [trial] = trialsOf([of, run]);
  if (trial === undefined) throw new Error('no trial');
  return trial;
}

describe('the verdict on a trial', () => {
  const ended = { outcome: 'completed' } as const;
  const level = (training: number, validation: number): Told => ({
    trainAccuracy: Array<number>(5).fill(training),
    validationAccuracy: Array<number>(5).fill(validation),
    ...ended,
  });

  it('is confirmed where the alarm is gone and the accuracy no lower', () => {
    const judgement = judge(trialOf(level(0.9, 0.82)));
    expect(judgement.verdict).toBe('confirmed');
    // 0.98 − 0.8 and 0.9 − 0.82
    expect(judgement.before?.value.value).toBeCloseTo(0.18, 12);
    expect(judgement.after?.value.value).toBeCloseTo(0.08, 12);
    expect(judgement.outcome?.before).toMatchObject({ value: { value: 0.8 }, epoch: 5 });
    expect(judgement.outcome?.after).toMatchObject({ value: { value: 0.82 }, epoch: 1 });
  });

  it('allows for one standard error of the accuracy, and for no more', () => {
    // √(0.8 · 0.2 / 1000) = 0.01265 is the larger of the two at most; √(0.79 · 0.21 / 1000) = 0.01288.
    expect(judge(trialOf(level(0.9, 0.79))).verdict).toBe('confirmed');
    expect(judge(trialOf(level(0.9, 0.785))).verdict).toBe('partly');
  });

  it('is partly where the alarm stays and the accuracy is higher', () => {
    expect(judge(trialOf(level(0.99, 0.83))).verdict).toBe('partly');
  });

  it('is refuted where the alarm stays and the accuracy is no higher', () => {
    expect(judge(trialOf(level(0.98, 0.8))).verdict).toBe('refuted');
  });

  it('is refuted where the trial diverged', () => {
    expect(judge(trialOf({ ...level(0.9, 0.9), outcome: 'diverged' })).verdict).toBe('refuted');
  });

  it('is open where it failed or still trains, and then both are read at the same epoch', () => {
    expect(judge(trialOf({ ...level(0.9, 0.9), outcome: 'failed' })).verdict).toBe('open');
    const trial = trialOf({ train: [1, 0.9, 0.8], trainAccuracy: [0.7, 0.8, 0.8], validationAccuracy: [0.6, 0.7, 0.72] }); // prettier-ignore
    const { verdict, epochs, before, outcome } = judge(trial);
    expect(verdict).toBe('open');
    expect(epochs).toEqual({ before: 3, after: 3 });
    expect(before?.value.value).toBeCloseTo(0.98 - 0.75, 12);
    expect(outcome?.before.value.value).toBe(0.75);
    expect(t(judgementText(trial, judge(trial)).conclusion)).toMatch('Still training: epoch 3 of');
  });

  it('reads a run that a person stopped, and its trial, at the last epoch of both', () => {
    const stopped = named('first', {
      ...overfitted,
      train: [1, 0.9, 0.8, 0.7],
      outcome: 'stopped',
    });
    expect(judge(trialOf(level(0.9, 0.82), stopped)).epochs).toEqual({ before: 4, after: 4 });
  });

  it('reads a first run that diverged, and its trial, whole', () => {
    const wild = named('first', { train: [1], batches: [2.4, NaN], outcome: 'diverged' });
    const run = named('trial', ended, { kind: 'remedy', of: 'first', rule: 'divergence' });
    const judgement = judge({ rule: 'divergence', of: wild, run });
    expect(judgement.epochs).toEqual({ before: 1, after: 5 });
    expect(judgement).toMatchObject({ verdict: 'confirmed', after: { isBeyond: false } });
  });

  it('measures a plateau of squared error on the ruler where the trial trains on another loss', () => {
    const plateau = Array<number>(5).fill(0.0905);
    const of = named('first', { train: plateau, spec: { loss: 'mean-squared-error' }, ...ended });
    const run = named('trial', { train: plateau, ...ended });
    // The made-up run measures the same on every ruler.
    const judgement = judge({ rule: 'squared-error-plateau', of, run });
    expect(judgement.after).toMatchObject({ isBeyond: true, value: { value: 0.0905 } });
    expect(judge({ rule: 'squared-error-plateau', of, run: named('t', ended) }).after?.isBeyond).toBe(false);
  }); // prettier-ignore

  it('is told with both numbers, the limit and the epochs', () => {
    const trial = trialOf(level(0.9, 0.82));
    const { predicted, measured, conclusion } = judgementText(trial, judge(trial));
    const text = [predicted, measured, conclusion].map((each) => each && t(each)).join(' ');
    expect(text).toBe(
      'Predicted: training accuracy − validation accuracy below 15.0%, and the best validation accuracy no lower by more than its standard error. ' +
        'Measured: training accuracy − validation accuracy 18.0% → 8.0%, best validation accuracy 80.0% (epoch 5) → 82.0% (epoch 1), by epoch 5 of both. ' +
        'That speaks for the explanation.',
    );
  });
});

describe('trials among runs', () => {
  const purpose = { kind: 'remedy', of: 'first', rule: 'overfitting' } as const;

  it('are those whose first run and rule are there', () => {
    const run = named('trial', {}, purpose);
    const unknown = named('x', {}, { ...purpose, rule: 'of-a-later-version' });
    expect(trialsOf([run, first, unknown]).map((trial) => trial.run.identity.id)).toEqual([
      'trial',
    ]);
    expect(trialsOf([run])).toEqual([]);
  });

  it('are found again by what they change, for every rule that proposes it', () => {
    const alarm = alarmOf('overfitting', first);
    if (!alarm) throw new Error('no alarm');
    const raised = { rule: 'overfitting', run: first, alarm } as const;
    const experiment = offersOf(raised, [])[0]?.experiment;
    if (!experiment) throw new Error('no experiment');
    const run = named('trial', {}, { ...purpose, rule: 'overtraining' });
    run.identity = { ...run.identity, spec: experiment.spec };
    const offers = offersOf(raised, trialsOf([first, run]));
    expect(offers.map(({ trial }) => trial?.run.identity.id)).toEqual(['trial', ...offers.slice(1).map(() => undefined)]); // prettier-ignore
    expect(offers[0]?.trial?.rule).toBe('overfitting');
  }); // prettier-ignore
});

describe('what a trial changes', () => {
  const specOf = (written: object) => {
    const parsed = parseSpec(written);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.spec;
  };

  it('is said setting by setting, and names the trial', () => {
    const before = specOf({ model: 'deep-mlp', loss: 'mean-squared-error' });
    const after = specOf({
      model: { name: 'deep-mlp', style: { activation: 'relu', initializer: 'he-normal', batchNorm: true } },
      loss: 'cross-entropy',
    }); // prettier-ignore
    const changes = changesBetween(before, after);
    expect(t(changesText(changes))).toBe(
      'activation: sigmoid → ReLU, initialisation: Glorot → He, batch normalisation: no → yes, loss: MSE on softmax → Cross-entropy',
    );
    expect(t(trialName('MSE', changes))).toBe(
      'MSE · try: ReLU, He, batch normalisation, Cross-entropy',
    );
  });
});

describe.each(ruleNames)('the remedies of %s', (name) => {
  const specs = planted((file) => `/${file}.mjs`).flatMap(({ spec, faults }) => faults.includes(name) ? [spec] : []); // prettier-ignore

  it('give experiments that differ in nothing but what they say', () => {
    expect(specs.length).toBeGreaterThan(0);
    for (const spec of specs) {
      const run = madeUp({ spec });
      const before = run.identity.spec;
      for (const remedy of rules[name].remedies(run)) {
        if (remedy.change === null) continue;
        const after = remediedSpec(before, remedy);
        if (after === undefined) throw new Error(`${JSON.stringify(remedy)} of ${JSON.stringify(spec)}`);
        const paths = differing(before, after);
        expect(paths.length).toBeGreaterThan(0);
        expect(changesBetween(before, after).length).toBeGreaterThan(0);
        for (const path of paths) expect(isSaid(path, before, remedy.change)).toBe(true);
      }
    }
  });

  it('begin with one that can be tried, but where the fault is in a person’s own data or code', () => {
    const run = madeUp({ spec: specs[0] ?? {} });
    expect(rules[name].remedies(run)[0].change).not.toBeNull();
  });
}); // prettier-ignore

/** The paths of all leaves that are not the same. */
function differing(a: unknown, b: unknown, path: readonly string[] = []): string[][] {
  if (!isObject(a) || !isObject(b))
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [[...path]];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) => differing(a[key], b[key], [...path, key]));
}

/** Whether a change names the path, or makes what it lies in another thing. */
function isSaid(path: readonly string[], before: unknown, change: unknown): boolean {
  const [key, ...rest] = path;
  if (key === undefined || !isObject(change) || !isObject(before)) return true;
  if ('name' in change && change['name'] !== before['name']) return true;
  return key in change && isSaid(rest, before[key], change[key]);
}
