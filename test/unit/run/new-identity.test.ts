import { assert, describe, expect, it } from 'vitest';
import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec, type ExperimentSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { colourAt } from '../../../src/run/colours.ts';
import { continuingIdentity, joining, newIdentities } from '../../../src/run/new-identity.ts';
import { identity } from '../make-run.ts';

const t = translator({}, 'en');
const now = new Date(Date.UTC(2026, 10, 23, 0, 10, 16));
const make = (...specs: ExperimentSpec[]) =>
  newIdentities(
    specs.map((spec) => ({ spec })),
    now,
    () => 0.5,
    t,
  );
const crossEntropy = (seed: number): ExperimentSpec => ({ ...defaultSpec, seed });
const squared = (seed: number): ExperimentSpec => ({
  ...crossEntropy(seed),
  loss: lossSpec('mean-squared-error'),
});

describe('The identities of runs that start together', () => {
  it('have an id and a place each, and no group where seeds do not differ', () => {
    const identities = make(crossEntropy(1), squared(1));
    expect(identities.map(({ id, position }) => [id, position])).toEqual([
      ['20261123-001016-i000-1-cross-entropy', 0],
      ['20261123-001016-i000-2-mean-squared-error', 1],
    ]);
    for (const identity of identities) expect(identity).not.toHaveProperty('group');
  });

  it('share place and group where only the seed differs, and say it', () => {
    const identities = make(crossEntropy(1), crossEntropy(2), squared(1), squared(2));
    expect(identities.map(({ name, position, group }) => [name, position, group])).toEqual([
      ['Cross-entropy · seed 1', 0, '20261123-001016-i000-1-cross-entropy'],
      ['Cross-entropy · seed 2', 0, '20261123-001016-i000-1-cross-entropy'],
      ['MSE on softmax · seed 1', 1, '20261123-001016-i000-2-mean-squared-error'],
      ['MSE on softmax · seed 2', 1, '20261123-001016-i000-2-mean-squared-error'],
    ]);
    expect(new Set(identities.map(({ id }) => id)).size).toBe(4);
  });

  it('differ where the same is started twice', () => {
    const same = crossEntropy(1);
    const identities = make(same, same, crossEntropy(1));
    expect(identities.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(new Set(identities.map(({ id }) => id)).size).toBe(3);
  });
});

describe('The identity of a run that continues another', () => {
  it('keeps its place, and names where it comes from', () => {
    const [, old] = make(crossEntropy(1), squared(1));
    const next = old && continuingIdentity(old, 12, 40, now, () => 0, t);
    expect(next).toEqual({
      ...old,
      id: '20261123-001016-0000-2-mean-squared-error',
      name: 'MSE on softmax · from epoch 12',
      comparison: '20261123-001016-0000',
      continues: { id: old?.id, epoch: 12 },
      spec: { ...squared(1), epochs: 40 },
    });
  });
});

describe('Names that are given', () => {
  it('are those of the runs, with the seed where it tells them apart', () => {
    const plans = [
      { spec: crossEntropy(1), name: 'Plain' },
      { spec: crossEntropy(2), name: 'Plain' },
      { spec: squared(1) },
    ];
    const identities = newIdentities(plans, now, () => 0.5, t);
    expect(identities.map(({ name }) => name)).toEqual([
      'Plain · seed 1',
      'Plain · seed 2',
      'MSE on softmax',
    ]);
  });
});

describe('Runs that join others', () => {
  it('take the places after theirs, and say what they are for', () => {
    const [first, second] = make(crossEntropy(1), squared(1));
    if (!first || !second) throw new Error('two specs give two identities');
    const purpose = { kind: 'remedy', of: first.id, rule: 'stuck-loss' } as const;
    const joined = joining([first, second]);
    const [next] = newIdentities([{ spec: crossEntropy(1), purpose }], now, () => 0.5, t, joined);
    expect(next).toEqual({
      ...first,
      id: '20261123-001016-i000-3-cross-entropy',
      position: 2,
      purpose,
    });
  });

  it('have other colours than those that they are looked at with', () => {
    const [first, second, ...trials] = Array.from({ length: 12 }, (_, position) =>
      identity({ position }),
    );
    assert(first && second);
    const { position } = joining([first, second, ...trials], [first, second], 2);
    expect([position, position + 1].map(colourAt)).toEqual(['run3', 'run4']);
    expect(joining([first, second], [first, second], 2).position).toBe(2);
    expect(joining([first, second, ...trials]).position).toBe(12);
  });
});
