import { describe, expect, it } from 'vitest';
import { mergeWritten } from '../../../src/experiment/merge-written.ts';

describe('A change over a base', () => {
  it.each([
    ['merges objects to any depth', { a: { b: 1, c: { d: 2 } } }, { a: { c: { e: 3 } } }, { a: { b: 1, c: { d: 2, e: 3 } } }], // prettier-ignore
    ['replaces numbers and lists', { a: [1, 2], b: 1 }, { a: [3], b: 2 }, { a: [3], b: 2 }],
    ['can be null, and can fill in for null', { a: { b: 1 }, c: null }, { a: null, c: { d: 1 } }, { a: null, c: { d: 1 } }], // prettier-ignore
    ['replaces a part that becomes another', { loss: { name: 'focal', gamma: 2 } }, { loss: { name: 'huber' } }, { loss: { name: 'huber' } }], // prettier-ignore
    ['replaces data of another kind', { own: { kind: 'csv', path: 'a' } }, { own: { kind: 'npz' } }, { own: { kind: 'npz' } }], // prettier-ignore
    ['keeps a part that is named again', { loss: { name: 'focal', gamma: 2 } }, { loss: { name: 'focal' } }, { loss: { name: 'focal', gamma: 2 } }], // prettier-ignore
    ['names a part that had no name', { loss: { batch: 'sum' } }, { loss: { name: 'huber' } }, { loss: { name: 'huber', batch: 'sum' } }], // prettier-ignore
  ])('%s', (_, base, change, merged) => {
    expect(mergeWritten(base, change)).toEqual(merged);
  });

  it('changes neither of them', () => {
    const base = { a: { b: 1 } };
    mergeWritten(base, { a: { b: 2 } });
    expect(base).toEqual({ a: { b: 1 } });
  });
});
