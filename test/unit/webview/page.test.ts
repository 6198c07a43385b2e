import { lossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { modelSpec } from '../../../src/experiment/models/model-spec.ts';
import { plainRelu } from '../../../src/experiment/models/model.ts';
import { describe, expect, it } from 'vitest';
import { losses } from '../../../src/experiment/losses/catalogue.ts';
import { wholeOptimizer } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { translator } from '../../../src/l10n.ts';
import { parseChoices } from '../../../webview/choices.ts';
import { gradientTex, valueTex } from '../../../webview/explain/tex.ts';
import { oncePerFrame } from '../../../webview/frame.ts';
import { allExamples } from '../../../webview/panel/data/example-choice.ts';
import { commonParts, ownParts } from '../../../webview/panel/differences.ts';
import { shownLosses } from '../../../webview/panel/shown-losses.ts';
import { tabAfter } from '../../../webview/panel/tabs.tsx';
import { progressParts } from '../../../webview/parts/progress.ts';
import { assignSlots } from '../../../webview/run-slots.ts';
import { runOf } from '../insight/runs.ts';

const t = translator({}, 'en');

describe('choices', () => {
  it('are kept as far as they still exist', () => {
    const gradients = { quantity: 'zeros', moment: 12, layer: -1, run: 7 };
    const kept = { tab: 'explain', x: 'miles', losses: ['mean-absolute-error', 'gone'], gradients };
    expect(parseChoices(kept)).toEqual({
      ...parseChoices(undefined),
      tab: 'explain',
      losses: ['mean-absolute-error'],
      gradients: { quantity: 'zeros', moment: 12, layer: 0, run: null },
    });
    expect(parseChoices(undefined)).toMatchObject({ tab: 'curves', x: 'epoch', losses: [] });
  });

  it('are taken from anything without a throw', () => {
    const none = parseChoices(undefined);
    for (const kept of [null, 7, 'text', [], { tab: null, losses: {}, hidden: 'all', pinned: 3 }])
      expect(parseChoices(kept)).toEqual(none);
    expect(parseChoices({ hidden: ['a', 1, null, 'b'] }).hidden).toEqual(['a', 'b']);
  });

  it('are read back as they were written', () => {
    const list = { hidden: ['run-1'], sort: { by: 'best', descending: true }, details: true };
    const chosen = { ...parseChoices(undefined), tab: 'explain', y: 'log', ...list };
    expect(parseChoices(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  it('of images and of a point are kept as far as they make sense', () => {
    const examples = {
      order: 'easiest',
      runId: 'a',
      wrongOnly: 1,
      trueClass: 3,
      predictedClass: -1,
    };
    const kept = parseChoices({ examples, point: { runId: 'a', step: 7 } });
    expect(kept.examples).toEqual({ ...allExamples, order: 'easiest', runId: 'a', trueClass: 3 });
    expect(kept.point).toEqual({ runId: 'a', step: 7 });
    for (const point of [7, { runId: 'a' }, { runId: 'a', step: 0.5 }, { runId: 1, step: 1 }])
      expect(parseChoices({ point, examples: [] })).toMatchObject({
        point: null,
        examples: allExamples,
      });
  });
});

describe('drawing', () => {
  it('happens once a frame, however often it is asked for', () => {
    const frames: (() => void)[] = [];
    let drawn = 0;
    const ask = oncePerFrame(
      () => drawn++,
      (frame) => frames.push(frame),
    );
    ask();
    ask();
    expect([frames.length, drawn]).toEqual([1, 0]);
    frames.pop()?.();
    ask();
    expect([frames.length, drawn]).toEqual([1, 1]);
  });
});

describe('colours', () => {
  it('follow the place in the comparison', () => {
    const runs = [runOf({ name: 'a', position: 1 }), runOf({ name: 'b', position: 0 })];
    expect([...assignSlots(runs).values()]).toEqual([1, 0]);
  });

  it('are those that a person chose, which nobody else then takes', () => {
    const runs = [
      runOf({ name: 'a', position: 1 }),
      runOf({ name: 'b', position: 0, colour: 'run2' }),
      runOf({ name: 'c', position: 3, colour: 'run2' }),
    ];
    expect([...assignSlots(runs).values()]).toEqual([0, 1, 1]);
  });

  it('differ for runs of several comparisons that have the same place', () => {
    const runs = ['a', 'b', 'c'].map((name) => runOf({ name, position: 0 }));
    expect([...assignSlots(runs).values()]).toEqual([0, 1, 2]);
  });
});

describe('the colour of a group', () => {
  it('is one for all of its seeds, and another for a run of another comparison', () => {
    const of = (name: string, position: number, group?: string) => {
      const run = runOf({ name, position });
      if (group !== undefined) run.identity = { ...run.identity, group };
      return run;
    };
    const runs = [of('a', 0, 'g'), of('b', 0, 'g'), of('c', 1, 'h'), of('d', 0), of('e', 1, 'h')];
    expect([...assignSlots(runs).values()]).toEqual([0, 0, 1, 2, 1]);
  });
});

describe('the subtitle and the legend', () => {
  const runs = [
    runOf({ name: 'a' }),
    runOf({ name: 'b', spec: { optimizer: wholeOptimizer({ name: 'sgd', learningRate: 1 }) } }),
  ] as const;

  it('part what is common from what differs', () => {
    expect(commonParts(runs).map(t)).not.toContain('SGD 0.1');
    expect(commonParts(runs).map(t)).toContain('batch 128');
    expect(ownParts(runs[1], runs).map(t)).toEqual(['SGD 1']);
  });

  it('tell a model apart by its style', () => {
    const style = {
      ...plainRelu,
      activation: 'tanh',
      initializer: 'he-normal',
      batchNorm: false,
    } as const;
    const other = runOf({ name: 'tanh', spec: { model: { ...modelSpec('mlp'), style } } });
    const pair = [runs[0], other];
    expect(commonParts(pair).map(t)).not.toContain('MLP, 1 × 128 units');
    expect(ownParts(other, pair).map(t)).toEqual(['MLP, 1 × 128 units, tanh']);
  });
});

describe('progress', () => {
  it('tells epoch, speed and time left of a run that goes on', () => {
    const run = runOf({ accuracies: [0.1, 0.5, 0.6] });
    // 28 epochs of 10,000 images at 10,000 images/s
    expect(progressParts(run).map(t)).toEqual([
      'running',
      'epoch 2 of 30',
      '10,000 images/s',
      '28s left',
    ]);
  });

  it('tells of an ended run how far it came', () => {
    const run = runOf({ accuracies: [0.1, 0.5], outcome: 'interrupted' });
    expect(progressParts(run).map(t)).toEqual(['interrupted', 'epoch 1 of 30']);
  });
});

describe('losses shown', () => {
  it('are those of the runs, then those picked, each once', () => {
    const runs = [runOf({ loss: 'mean-squared-error' })];
    const picked = ['mean-absolute-error', 'mean-squared-error'] as const;
    expect(shownLosses(runs, picked)).toEqual([
      { kind: 'ruler', name: 'mean-squared-error' },
      { kind: 'ruler', name: 'mean-absolute-error' },
    ]);
  });

  it('add what is trained and is no ruler, on the runs that train on it', () => {
    const smoothed = { ...lossSpec('cross-entropy'), parameters: { labelSmoothing: 0.1 } };
    const focal = lossSpec('focal');
    const runs = [smoothed, focal].map((loss) => runOf({ spec: { loss } }));
    expect(shownLosses(runs, [])).toEqual([
      { kind: 'ruler', name: 'cross-entropy' },
      { kind: 'own', spec: smoothed },
      { kind: 'own', spec: focal },
    ]);
  });
});

describe('tabs', () => {
  it('go round with the arrows and to the ends with Home and End', () => {
    expect(tabAfter('curves', 'ArrowRight')).toBe('gradients');
    expect(tabAfter('curves', 'ArrowLeft')).toBe('verdict');
    expect(tabAfter('validation', 'ArrowRight')).toBe('data');
    expect(tabAfter('verdict', 'ArrowRight')).toBe('curves');
    expect(tabAfter('gradients', 'Home')).toBe('curves');
    expect(tabAfter('gradients', 'End')).toBe('verdict');
    expect(tabAfter('gradients', 'a')).toBeUndefined();
  });
});

describe('formulas', () => {
  it('put the factor behind a minus and before a bracketed sum', () => {
    const { formula, gradientFormula } = losses['binary-cross-entropy'];
    const [value, where] = valueTex('F', formula);
    expect(value).toMatch(/^L = -F\\,\\sum_k/);
    expect(where).toBe(String.raw`p = \sigma(z)`);
    expect(gradientTex('F', gradientFormula)).toMatch(/F\\,\(\\sigma\(z\) - y\)$/);
  });

  it('leave a product without brackets and a sum without a factor alone', () => {
    const product = losses['mean-squared-error'].gradientFormula;
    expect(gradientTex('F', product).endsWith(`F\\,${product}`)).toBe(true);
    expect(gradientTex('', 'p - y')).toMatch(/= p - y$/);
  });
});
