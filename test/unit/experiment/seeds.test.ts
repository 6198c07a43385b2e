import { expect, test } from 'vitest';
import { maxSeed, parseSeeds } from '../../../src/experiment/seeds.ts';

test.each([
  ['1', [1]],
  [' 0 ', [0]],
  ['1, 2, 3', [1, 2, 3]],
  ['3,1,2', [3, 1, 2]],
  ['1-5', [1, 2, 3, 4, 5]],
  ['7–8，10', [7, 8, 10]],
  ['1-3, 2, 9', [1, 2, 3, 9]],
  ['4-4', [4]],
  [`${maxSeed}`, [4294967295]],
  ['1-20', Array.from({ length: 20 }, (_, index) => index + 1)],
])('“%s” is read as seeds, each once', (text, seeds) => {
  expect(parseSeeds(text)).toEqual({ ok: true, seeds });
});

test.each(['', ' ', 'a', '-1', '1.5', '1e3', '1,', '5-1', '1-', '1-2-3', `${maxSeed + 1}`])(
  '“%s” is no seed',
  (text) => {
    const parsed = parseSeeds(text);
    expect(parsed.ok || parsed.problem.text).toMatch(/^must be whole numbers/);
  },
);

test.each(['1-21', '0-4294967295', '1-15,16-30'])('“%s” are too many', (text) => {
  const parsed = parseSeeds(text);
  expect(parsed.ok || parsed.problem).toEqual({
    text: 'must be at most {limit} seeds',
    args: { limit: 20 },
  });
});
