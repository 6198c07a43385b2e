import { expect, test } from 'vitest';
import { Helpfulness } from '../../../src/training/backend/helpfulness.ts';

const window = 256;
const rest = 4096;

function after(tasks: number, waiting: number): Helpfulness {
  const helpfulness = new Helpfulness();
  for (let task = 0; task < tasks; task++) helpfulness.note(1, waiting);
  return helpfulness;
}

test('helpers that are waited for a little stay', () => {
  expect(after(10 * window, 0.29).isHelp()).toBe(true);
});

test('helpers that are waited for too long rest for a while, and are tried again', () => {
  expect(after(window - 1, 0.9).isHelp()).toBe(true);
  const helpfulness = after(window, 0.31);
  const answers = Array.from({ length: rest + 1 }, () => helpfulness.isHelp());
  expect(answers.lastIndexOf(false)).toBe(rest - 1);
  expect(answers.at(-1)).toBe(true);
});
