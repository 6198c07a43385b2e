import { describe, expect, it } from 'vitest';
import { alarmGroups } from '../../../../src/insight/rules/alarms.ts';
import { seedAlarms, seedPlace, seedReading } from '../../../../src/insight/rules/seed-alarms.ts';
import { trialsOf } from '../../../../src/insight/trials/trial.ts';
import { unitedOffers, unitedPrediction } from '../../../../src/insight/trials/united-offers.ts';
import { translator } from '../../../../src/l10n.ts';
import type { Run, RunIdentity } from '../../../../src/run/run.ts';
import { madeUp, type Told } from './made-up.ts';

const t = translator({}, 'en');

const gap = { trainAccuracy: Array<number>(5).fill(0.98), outcome: 'completed' } as const;
const overfitted = (end: number): Told => ({
  ...gap,
  validationAccuracy: [0.6, 0.7, 0.75, 0.79, end],
});

function run(seed: number, told: Told, more: Partial<RunIdentity> = {}): Run {
  const of = madeUp({ ...told, spec: { ...told.spec, seed } });
  const identity = { id: `seed-${seed}`, name: `MLP · seed ${seed}`, group: 'g', ...more };
  return { ...of, identity: { ...of.identity, ...identity } };
}

const seeds = [run(1, overfitted(0.8)), run(2, overfitted(0.82)), run(3, {})];
const other = run(
  1,
  { ...overfitted(0.81), spec: { batchSize: 32 } },
  { id: 'other', name: 'other' },
);
const runs = [...seeds, other];

function overfitting(of: readonly Run[]) {
  const group = alarmGroups(of).find(({ rule }) => rule === 'overfitting');
  if (group === undefined) throw new Error('no overfitting');
  return group;
}

describe('the alarms of one rule', () => {
  it('are a line for the seeds of one experiment, with how many of them and what they span', () => {
    const alarms = seedAlarms(overfitting(runs), runs);
    expect(alarms.map(({ name, raised, seeds: all }) => [name, raised.length, all])).toEqual([
      ['MLP', 2, 3],
      ['other', 1, 1],
    ]);
    const [first] = alarms;
    if (first === undefined) throw new Error('no alarm');
    // 0.98 − 0.82 = 16 %, 0.98 − 0.8 = 18 %
    expect(t(seedReading(first))).toMatch('16.0%–18.0%; the limit is');
    expect(t(seedPlace(first))).toMatch(/^seed 1, epoch 5/);
  });

  it('have each remedy once, for all runs in which it is the same change', () => {
    const offers = unitedOffers(overfitting(runs).raised, []);
    const texts = offers.map(({ remedy, changes }) => JSON.stringify([remedy.text, changes]));
    expect(new Set(texts).size).toBe(texts.length);
    const ids = offers[0]?.each.map(({ raised }) => raised.run.identity.id);
    expect(ids).toEqual(['seed-1', 'seed-2', 'other']);
    expect(offers[0] && t(unitedPrediction(offers[0].each))).toMatch(/^Predicted: /);
  });

  it('keep apart which run has tried one', () => {
    const group = overfitting(runs);
    const [offer] = unitedOffers(group.raised, []);
    const spec = offer?.each[0].offer.experiment?.spec;
    if (spec === undefined) throw new Error('no experiment');
    const purpose = { kind: 'remedy', of: 'seed-1', rule: 'overfitting' } as const;
    const trial = run(1, {}, { id: 'trial', name: 'trial', purpose, spec });
    const [again] = unitedOffers(group.raised, trialsOf([...runs, trial]));
    expect(again?.each.map((one) => one.offer.trial?.run.identity.id)).toEqual([
      'trial',
      undefined,
      undefined,
    ]);
  });
});
