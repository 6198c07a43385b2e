import * as vscode from 'vscode';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askForAnswers } from '../../../src/host/advisor/ask-for-answers.ts';
import { answersAt, trialUri } from '../../../src/host/experiments/addresses.ts';
import { firstAnswers, type Answers } from '../../../src/insight/advisor/answers.ts';
import { translator } from '../../../src/l10n.ts';
import { everyAnswer } from '../insight/advisor/every-answer.ts';
import { person } from './fake-question.ts';

vi.mock('vscode', async () => {
  const parse = (text: string) => ({ scheme: text.split(':')[0], toString: () => text });
  return { ...(await import('./fake-question.ts')).person.vscode, Uri: { parse } };
});

beforeEach(() => person.forget());

const ask = (preset: Answers = firstAnswers) => askForAnswers(preset, translator({}, 'en'));

describe('The advisor', () => {
  test('presets every answer, so that Enter alone goes through', async () => {
    const preset: Answers = {
      problem: 'segmentation',
      output: 'softmax',
      optimizer: 'sgd',
      imbalance: 'uneven',
      noise: 'noisy',
      goal: 'regions',
    };
    expect(await ask(preset)).toEqual(preset);
    expect(person.questions).toHaveLength(6);
    expect(person.asked.map(({ active }) => active)).toEqual([
      'A class for every pixel',
      'Softmax probabilities',
      'SGD, with or without momentum',
      'Very unequally',
      'Many are wrong',
      'Small regions',
    ]);
  });

  test('takes what is picked', async () => {
    person.replies = { 'What is to be predicted?': ['Several labels at once'], 'What matters most?': ['The right order'] }; // prettier-ignore
    expect(await ask()).toEqual({ ...firstAnswers, problem: 'multi-label', goal: 'ranking' });
  });

  test('does not ask of classes where there are none, nor offer regions where there are no pixels', async () => {
    person.replies = { 'What is to be predicted?': ['A number'] };
    expect(await ask({ ...firstAnswers, problem: 'segmentation', goal: 'regions' })).toEqual({
      ...firstAnswers,
      problem: 'regression',
    });
    expect(person.questions).not.toContain('How frequent are the classes?');
    expect(person.asked.at(-1)).toMatchObject({ step: 5, totalSteps: 5 });
    expect(person.asked.at(-1)?.labels).not.toContain('Small regions');
  });

  test('goes back, and gives nothing to whoever gives up', async () => {
    person.replies = { 'Which optimizer trains it?': ['back'], 'What matters most?': ['hide'] };
    expect(await ask()).toBeUndefined();
    expect(person.questions.slice(0, 5)).toEqual([
      'What is to be predicted?',
      'What does the last layer put out?',
      'Which optimizer trains it?',
      'What does the last layer put out?',
      'Which optimizer trains it?',
    ]);
  });
});

test('the address of a comparison holds the answers', () => {
  for (const answers of everyAnswer) expect(answersAt(trialUri(answers))).toEqual(answers);
  const at = (text: string) => answersAt(vscode.Uri.parse(text));
  expect(at('losslab://advice/binary.losslab.json')).toBeUndefined();
  expect(at('losslab://examples/overfitting.losslab.json')).toBeUndefined();
});
