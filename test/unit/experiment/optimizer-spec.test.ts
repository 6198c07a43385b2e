import { describe, expect, it } from 'vitest';
import { optimizerNames } from '../../../src/experiment/optimizers/catalogue.ts';
import { optimizerSchema, optimizerSpec, wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts'; // prettier-ignore
import { optimizerLabel } from '../../../src/experiment/names.ts';
import { translator } from '../../../src/l10n.ts';

const t = translator({}, 'en');

describe.each(optimizerNames)('%s', (name) => {
  it('is whole from its name alone, and then stays as it is', () => {
    const whole = optimizerSchema.parse({ name });
    expect(whole).toEqual(optimizerSpec(name));
    expect(optimizerSchema.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it('keeps everything that is said of it', () => {
    const schedule = { name: 'step', warmUp: 2.5, every: 7, factor: 0.25 } as const;
    const said = { learningRate: 0.3, weightDecay: 0, l1: 0.01, clipNorm: 2, schedule };
    const whole = optimizerSchema.parse({ name, ...said });
    expect(whole).toEqual({ name, ...said });
    expect(optimizerSchema.parse(whole)).toEqual(whole);
  });
});

it('only AdamW decays the weights without being told', () => {
  const decaying = optimizerNames.filter((name) => optimizerSpec(name).weightDecay > 0);
  expect(decaying).toEqual(['adamw']);
  expect(optimizerSpec('adamw').weightDecay).toBe(0.01);
});

it('a schedule gets the settings that it has', () => {
  const schedule = { name: 'step', warmUp: 1 };
  expect(optimizerSchema.parse({ name: 'sgd', schedule }).schedule).toEqual({
    name: 'step',
    warmUp: 1,
    every: 10,
    factor: 0.1,
  });
});

it('a label says all that shapes the steps, and nothing that does not', () => {
  expect(t(optimizerLabel(optimizerSpec('adam')))).toBe('Adam 0.001');
  expect(t(optimizerLabel(optimizerSpec('adamw')))).toBe('AdamW 0.001, weight decay 0.01');
  const schedule = { name: 'cosine', warmUp: 2 } as const;
  const all = { weightDecay: 0.1, l1: 0.001, clipNorm: 1, schedule };
  expect(t(optimizerLabel(wholeOptimizer({ name: 'sgd', ...all })))).toBe(
    'SGD 0.05, weight decay 0.1, L1 0.001, clipped to 1, warm-up 2, cosine',
  );
  const step = { name: 'step', warmUp: 0, every: 10, factor: 0.1 } as const;
  expect(t(optimizerLabel(wholeOptimizer({ name: 'momentum', schedule: step })))).toBe(
    'SGD with momentum 0.02, step 0.1 every 10',
  );
});
