import * as vscode from 'vscode';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { askForAnswers } from '../../../src/host/advisor/ask-for-answers.ts';
import { answersAt, trialUri } from '../../../src/host/experiments/addresses.ts';
import { firstAnswers, type Answers } from '../../../src/insight/advisor/answers.ts';
import { translator } from '../../../src/l10n.ts';
import { everyAnswer } from '../insight/advisor/every-answer.ts';
import { FakeQuestion, type Reply } from './fake-question.ts';

const asked: FakeQuestion[] = [];
let replies: Partial<Record<string, Reply[]>>;

vi.mock('vscode', () => {
  const open = (): FakeQuestion =>
    new FakeQuestion((shown) => {
      asked.push(shown);
      return replies[shown.placeholder]?.shift();
    });
  const parse = (text: string) => ({ scheme: text.split(':')[0], toString: () => text });
  return {
    window: { createQuickPick: open, createInputBox: open },
    QuickInputButtons: { Back: 'back' },
    Uri: { parse },
  };
});

beforeEach(() => {
  asked.length = 0;
  replies = {};
});

const ask = (preset: Answers = firstAnswers) => askForAnswers(preset, translator({}, 'en'));
const questions = (): string[] => asked.map(({ placeholder }) => placeholder);

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
    expect(questions()).toHaveLength(6);
    expect(asked.map(({ active }) => active)).toEqual([
      'A class for every pixel',
      'Softmax probabilities',
      'SGD, with or without momentum',
      'Very unequally',
      'Many are wrong',
      'Small regions',
    ]);
  });

  test('takes what is picked', async () => {
    replies = { 'What is to be predicted?': ['Several labels at once'], 'What matters most?': ['The right order'] }; // prettier-ignore
    expect(await ask()).toEqual({ ...firstAnswers, problem: 'multi-label', goal: 'ranking' });
  });

  test('does not ask of classes where there are none, nor offer regions where there are no pixels', async () => {
    replies = { 'What is to be predicted?': ['A number'] };
    expect(await ask({ ...firstAnswers, problem: 'segmentation', goal: 'regions' })).toEqual({
      ...firstAnswers,
      problem: 'regression',
    });
    expect(questions()).not.toContain('How frequent are the classes?');
    expect(asked.at(-1)).toMatchObject({ step: 5, totalSteps: 5 });
    expect(asked.at(-1)?.labels).not.toContain('Small regions');
  });

  test('goes back, and gives nothing to whoever gives up', async () => {
    replies = { 'Which optimizer trains it?': ['back'], 'What matters most?': ['hide'] };
    expect(await ask()).toBeUndefined();
    expect(questions().slice(0, 5)).toEqual([
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
