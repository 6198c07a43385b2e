import { expect, it } from 'vitest';
import { grouped } from '../../src/grouped.ts';

it('puts items together by their key, where the first of them stands', () => {
  const words = ['loss', 'logits', 'epoch', 'batch', 'label', ''];
  expect([...grouped(words, ([initial]) => initial)]).toEqual([
    ['l', ['loss', 'logits', 'label']],
    ['e', ['epoch']],
    ['b', ['batch']],
    [undefined, ['']],
  ]);
});
