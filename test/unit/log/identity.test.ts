import { describe, expect, it } from 'vitest';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import { eventFileName, formatIdentity, parseIdentity } from '../../../src/run/log/identity.ts';
import type { RunIdentity } from '../../../src/run/run.ts';

const identity: RunIdentity = {
  id: '20261123-001016-ab12-1-cross-entropy',
  name: '#1 "交叉熵"',
  createdAt: Date.UTC(2026, 10, 23),
  comparison: '20261123-001016-ab12',
  position: 0,
  spec: defaultSpec,
};

describe('run.json', () => {
  it('gives back the identity that it was made from', () => {
    expect(parseIdentity(formatIdentity(identity))).toEqual({ ok: true, identity });
  });

  it('keeps the group of a run, and the run that it continues', () => {
    const kin = { ...identity, group: 'a-group', continues: { id: 'a-run', epoch: 3 } };
    expect(parseIdentity(formatIdentity(kin))).toEqual({ ok: true, identity: kin });
  });

  it('keeps the colour that a person chose, and takes one that it does not know for none', () => {
    const chosen = { ...identity, colour: 'run6' as const };
    expect(parseIdentity(formatIdentity(chosen))).toEqual({ ok: true, identity: chosen });
    expect(parseIdentity(changed({ colour: 'run7' }))).toEqual({ ok: true, identity });
    expect(parseIdentity(changed({ colour: 4 }))).toEqual({ ok: true, identity });
  });

  it.each([
    { kind: 'remedy', of: 'a-run', rule: 'stuck-loss' } as const,
    { kind: 'study', study: 'label-noise', arm: 'mae' } as const,
    { kind: 'sweep' } as const,
    { kind: 'fair' } as const,
  ])('keeps what a run is for: $kind', (purpose) => {
    const meant = { ...identity, purpose };
    expect(parseIdentity(formatIdentity(meant))).toEqual({ ok: true, identity: meant });
  });

  it.each([
    { kind: 'contest' },
    { kind: 'remedy', of: '../a-run', rule: 'x' },
    { kind: 'study' },
    3,
  ])('takes a purpose that it does not know for none', (purpose) =>
    expect(parseIdentity(changed({ purpose }))).toEqual({ ok: true, identity }),
  );

  it('of format 2, which knew no early stopping, is read as it was trained', () => {
    const { earlyStopping, ...spec } = defaultSpec;
    expect(earlyStopping).toBeNull();
    expect(parseIdentity(changed({ format: 2, spec }))).toEqual({ ok: true, identity });
  });

  it.each([
    ['', 'cut off or not JSON'],
    [formatIdentity(identity).slice(0, 100), 'cut off or not JSON'],
    ['[]', 'cut off or not JSON'],
    ['{}', '“format” is missing or not valid'],
    [changed({ format: 4 }), 'A newer version of Loss Lab wrote it'],
    [changed({ format: 0 }), '“format” is missing or not valid'],
    [changed({ id: '../elsewhere' }), '“id” is missing or not valid'],
    [changed({ id: '..' }), '“id” is missing or not valid'],
    [changed({ id: '' }), '“id” is missing or not valid'],
    [changed({ name: 5 }), '“name” is missing or not valid'],
    [changed({ createdAt: 'yesterday' }), '“createdAt” is missing or not valid'],
    [changed({ comparison: null }), '“comparison” is missing or not valid'],
    [changed({ position: -1 }), '“position” is missing or not valid'],
    [changed({ group: 1 }), '“group” is missing or not valid'],
    [changed({ continues: 'a-run' }), '“continues” is missing or not valid'],
    [changed({ continues: { id: '../a-run', epoch: 1 } }), '“continues” is missing or not valid'],
    [changed({ continues: { id: 'a-run', epoch: -1 } }), '“continues” is missing or not valid'],
    [changed({ spec: { ...defaultSpec, epochs: -3 } }), '“spec.epochs” must be at least 1'],
    [changed({ spec: 7 }), '“spec” must be'],
  ])('%s is refused with the reason', (text, reason) => {
    const parsed = parseIdentity(text);
    expect(parsed.ok || translator({}, 'en')(parsed.problem)).toContain(reason);
  });

  it.each([
    ['mlp', 'mlp'],
    ['deep-sigmoid-mlp', 'deep-mlp'],
    ['cnn', 'cnn'],
    ['softmax-regression', 'softmax-regression'],
  ] as const)('of format 1, with %s as its model, is read as it was trained', (old, name) => {
    const text = changed({ format: 1, spec: { ...defaultSpec, model: old } });
    const spec = { ...defaultSpec, model: modelSpec(name) };
    expect(parseIdentity(text)).toEqual({ ok: true, identity: { ...identity, spec } });
  });

  it('has an event file beside it that TensorBoard finds', () => {
    expect(eventFileName(identity)).toBe('events.out.tfevents.1795392000.loss-lab');
  });
});

function changed(change: Record<string, unknown>): string {
  return JSON.stringify({ format: 3, ...identity, ...change });
}
