import { describe, expect, it } from 'vitest';
import { keptRunIds } from '../../../src/host/views/kept-runs.ts';

describe('the runs that a page kept', () => {
  it('are the ids among its choices', () => {
    expect(keptRunIds({ tab: 'curves', runIds: ['a', 'b'] })).toEqual(['a', 'b']);
  });

  it.each([undefined, null, 'a', ['a'], {}, { runIds: 'a' }, { runIds: [1, null, {}] }])(
    'are none in %j',
    (state) => expect(keptRunIds(state)).toEqual([]),
  );
});
