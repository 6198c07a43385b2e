import { describe, expect, test } from 'vitest';
import { parseExperiment } from '../../../../src/experiment/experiment-file.ts';
import { defaultSpec } from '../../../../src/experiment/spec.ts';
import { optimizerSpec } from '../../../../src/experiment/optimizers/optimizer-spec.ts';
import { datasetSpec } from '../../../../src/experiment/datasets/dataset-spec.ts';
import { lossSpec } from '../../../../src/experiment/losses/loss-spec.ts';
import { advise } from '../../../../src/insight/advisor/advise.ts';
import { answersOf, firstAnswers, parseAnswers, type Answers } from '../../../../src/insight/advisor/answers.ts'; // prettier-ignore
import { trialText } from '../../../../src/insight/advisor/trial-text.ts';
import { isMessage, translator } from '../../../../src/l10n.ts';
import { chinese } from '../../experiment/chinese.ts';
import { everyAnswer } from './every-answer.ts';

const english = translator({}, 'en');
const namesFor = (answers: Partial<Answers>): string[] =>
  advise({ ...firstAnswers, ...answers }).choices.map(({ loss }) => loss.label.text);
const mistakesFor = (answers: Partial<Answers>): string =>
  advise({ ...firstAnswers, ...answers })
    .mistakes.map(({ text }) => text)
    .join('\n');

test('there are advices on everything that can be answered', () => {
  expect(everyAnswer.length).toBe(5 * 4 * 2 * 2 * 2 * 3 + 4 * 2 * 2 * 3 + 4 * 2 * 2 * 2 * 4);
});

describe('Whatever is answered', () => {
  test('two or three losses are advised, each once, each with a reason', () => {
    for (const answers of everyAnswer) {
      const { choices } = advise(answers);
      expect(choices.length, JSON.stringify(answers)).toBeGreaterThanOrEqual(2);
      expect(choices.length).toBeLessThanOrEqual(3);
      expect(new Set(choices.map(({ loss }) => loss)).size).toBe(choices.length);
      for (const { reason } of choices) expect(reason.text.text.length).toBeGreaterThan(20);
    }
  });

  test('squared error is never the first choice where there are classes', () => {
    for (const answers of everyAnswer.filter(
      ({ problem }) => !['regression', 'ordinal'].includes(problem),
    ))
      // prettier-ignore
      expect(first(answers)).not.toMatch(/squared error|MSE|Huber/i);
  });

  test('several labels never get a loss of exclusive classes', () => {
    for (const answers of everyAnswer.filter(({ problem }) => problem === 'multi-label'))
      for (const { loss } of advise(answers).choices) expect(loss.formula).not.toContain('softmax');
  });

  test('exclusive classes never get a loss of independent ones, and are warned of it', () => {
    const exclusive = ['multi-class', 'segmentation', 'recognition'];
    for (const answers of everyAnswer.filter(({ problem }) => exclusive.includes(problem))) {
      const { choices, mistakes } = advise(answers);
      for (const { loss } of choices) expect(loss.label.text).not.toMatch(/binary/i);
      expect(mistakes.some(({ text }) => text.startsWith('Binary cross-entropy on a multi-class'))).toBe(true); // prettier-ignore
    }
  });

  test('no focal loss is advised on noisy labels, and no weights where probabilities are to be honest', () => {
    for (const answers of everyAnswer) {
      const names = namesFor(answers).join();
      if (
        answers.noise === 'noisy' &&
        answers.imbalance === 'uneven' &&
        answers.goal !== 'calibration'
      )
        // prettier-ignore
        expect(names.replace('Focal Tversky', ''), JSON.stringify(answers)).not.toMatch(/focal/i);
      if (answers.goal === 'calibration') expect(names).not.toMatch(/weight/);
    }
  });

  test('what the code is applied to is what the model puts out, or it is said that this has to change', () => {
    const alike = (output: string): string => (output === 'linear' ? 'logits' : output);
    for (const answers of everyAnswer)
      for (const { input, needsOtherOutput, loss } of advise(answers).choices)
        expect(needsOtherOutput || loss.appliesTo !== undefined || alike(input) === alike(answers.output)).toBe(true); // prettier-ignore
  });

  test('a model that has an activation is never told to put in another, only to leave it out', () => {
    for (const answers of everyAnswer)
      for (const { input, needsOtherOutput } of advise(answers).choices)
        if (needsOtherOutput) expect(['logits', 'linear']).toContain(input);
  });

  test('between two and seven mistakes are named', () => {
    for (const answers of everyAnswer) {
      const { length } = advise(answers).mistakes;
      expect(length, JSON.stringify(answers)).toBeGreaterThanOrEqual(2);
      expect(length).toBeLessThanOrEqual(7);
    }
  });

  test('the comparison is an experiment of at least two losses, or it is said why there is none', () => {
    const without = new Set<string>();
    for (const answers of everyAnswer) {
      const text = trialText(answers, english);
      if (text === undefined) without.add(answers.problem);
      else {
        const parsed = parseExperiment(text);
        expect(parsed, text).toMatchObject({ ok: true });
        const runs = parsed.ok ? parsed.experiment.runs : [];
        expect(runs.length).toBeGreaterThanOrEqual(2);
        expect(runs.every(({ spec }) => (spec.optimizer.name === 'sgd') === (answers.optimizer === 'sgd'))).toBe(true); // prettier-ignore
        expect(runs.every(({ spec }) => spec.dataset.labelNoise > 0 === (answers.noise === 'noisy'))).toBe(true); // prettier-ignore
      }
    }
    expect([...without].sort()).toEqual(['multi-label', 'ordinal', 'regression']);
    for (const problem of ['multi-label', 'ordinal', 'regression'] as const)
      expect(isMessage(advise({ ...firstAnswers, problem }).trial)).toBe(true);
  });

  test('the comparison has the first choice in it where Loss Lab has that loss', () => {
    for (const answers of everyAnswer) {
      const { trial, choices } = advise(answers);
      const written = choices[0]?.loss.trainedAs;
      if (!isMessage(trial) && written) expect(trial.variants).toContainEqual({ loss: written });
    }
  });
});

const first = (answers: Answers): string => advise(answers).choices[0]?.loss.label.text ?? '';

describe('The first choice', () => {
  test.each<[string, Partial<Answers>]>([
    ['Cross-entropy', {}],
    ['Generalised cross-entropy', { noise: 'noisy' }],
    ['Cross-entropy with class weights', { imbalance: 'uneven' }],
    ['Cross-entropy', { imbalance: 'uneven', goal: 'calibration' }],
    ['Binary cross-entropy', { problem: 'binary' }],
    ['Binary cross-entropy', { problem: 'multi-label' }],
    ['Binary cross-entropy of “more than grade k?”', { problem: 'ordinal' }],
    ['Squared earth mover’s distance', { problem: 'ordinal', output: 'softmax' }],
    ['Mean squared error', { problem: 'regression', output: 'linear' }],
    ['Huber', { problem: 'regression', noise: 'noisy' }],
    ['Gaussian negative log-likelihood', { problem: 'regression', goal: 'calibration' }],
    ['Cross-entropy and Dice', { problem: 'segmentation', goal: 'regions' }],
    ['Cross-entropy', { problem: 'segmentation', goal: 'calibration' }],
    ['Additive angular margin (ArcFace)', { problem: 'recognition', goal: 'ranking' }],
  ])('is %s for %j', (name, answers) => {
    expect(namesFor(answers)[0]).toBe(name);
  });
});

describe('The mistakes', () => {
  test('name a softmax that is applied twice, with the floor that it has', () => {
    expect(mistakesFor({ output: 'softmax' })).toContain('1.4612 for ten classes');
    expect(Math.log(Math.E + 9) - 1).toBeCloseTo(1.4612, 4);
    expect(mistakesFor({ output: 'logits' })).not.toContain('1.4612');
  });

  test('name the ceiling of clipped probabilities', () => {
    expect(mistakesFor({})).toContain('16.118');
    expect(-Math.log(1e-7)).toBeCloseTo(16.118, 3);
  });

  test('begin with an output that does not suit the problem', () => {
    expect(mistakesFor({ problem: 'multi-label', output: 'softmax' })).toMatch(
      /^Softmax for several/,
    );
    expect(mistakesFor({ output: 'sigmoid' })).toMatch(/^Sigmoids for exclusive classes/);
    expect(mistakesFor({ problem: 'binary', output: 'softmax' })).toMatch(/^Dense\(1/);
  });
});

describe('The answers', () => {
  test('are read from an experiment', () => {
    expect(answersOf(defaultSpec)).toEqual({ ...firstAnswers, optimizer: 'sgd' });
    const dataset = { ...datasetSpec('fashion-mnist'), imbalance: 100, labelNoise: 0.4 };
    const spec = {
      ...defaultSpec,
      dataset,
      optimizer: optimizerSpec('adamw'),
      loss: lossSpec('huber'),
    };
    expect(answersOf(spec)).toEqual({
      ...firstAnswers,
      output: 'linear',
      imbalance: 'uneven',
      noise: 'noisy',
    });
    const scenes = { ...defaultSpec, dataset: datasetSpec('fashion-scenes') };
    expect(answersOf(scenes)).toMatchObject({ problem: 'segmentation', goal: 'regions' });
    const faces = { ...defaultSpec, dataset: datasetSpec('fashion-recognition') };
    expect(answersOf(faces)).toMatchObject({ problem: 'recognition', goal: 'accuracy' });
  });

  test('are refused where one is missing or unknown, and settled where one makes no sense', () => {
    expect(parseAnswers({})).toBeUndefined();
    expect(parseAnswers('x')).toBeUndefined();
    expect(parseAnswers({ ...firstAnswers, goal: 'toString' })).toBeUndefined();
    expect(parseAnswers({ ...firstAnswers, goal: 'regions' })).toEqual(firstAnswers);
    const uneven = { ...firstAnswers, problem: 'regression', imbalance: 'uneven' };
    expect(parseAnswers(uneven)).toMatchObject({ imbalance: 'even' });
  });
});

test('an experiment for a reader of Chinese has no English sentence', () => {
  const text = trialText(firstAnswers, translator(chinese, 'zh-cn')) ?? '';
  expect(text).toMatch(/"title": "\p{Script=Han}+/u);
  expect(text).not.toMatch(/Compare|classes/);
});
