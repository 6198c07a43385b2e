import { expect, test } from 'vitest';
import type { FromPage } from '../../../src/protocol.ts';
import type { Answer } from '../../../src/question.ts';
import { encodeJson } from '../../../src/run/json.ts';
import { Questions } from '../../../webview/questions.ts';
import { RunsState } from '../../../webview/state.ts';

const refused = (text: string): Answer => ({ type: 'refused', reason: { text } });

test('every question gets the answer of its number, and answers to others are dropped', async () => {
  const posted: FromPage[] = [];
  const questions = new Questions((message) => posted.push(message), 100);
  const state = new RunsState(() => undefined, {
    changed: () => undefined,
    answered: (id, answer) => questions.settle(id, answer),
  });
  const first = questions.ask({ type: 'point', runId: 'a', step: 1 });
  const second = questions.ask({ type: 'point', runId: 'a', step: 2 });
  expect(posted).toMatchObject([
    { type: 'ask', id: 100, question: { step: 1 } },
    { type: 'ask', id: 101, question: { step: 2 } },
  ]);
  for (const [id, text] of [
    [7, 'of another page'],
    [101, 'second'],
    [101, 'again'],
    [100, 'first'],
  ] as const)
    state.receive(encodeJson({ type: 'answer', id, answer: refused(text) }));
  expect(await Promise.all([first, second])).toEqual([refused('first'), refused('second')]);
});
