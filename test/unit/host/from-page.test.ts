import { describe, expect, it } from 'vitest';
import { parseFromPage } from '../../../src/host/views/from-page.ts';

describe('parseFromPage', () => {
  it.each([
    { type: 'ready' },
    { type: 'control', action: 'stop', runIds: ['a'] },
    { type: 'control', action: 'step', runIds: ['a', 'b'] },
    { type: 'command', command: 'newComparison' },
    { type: 'colour', runIds: ['a', 'b'], colour: 'run6' },
    { type: 'failed', error: 'x is undefined' },
  ])('takes %j', (message) => expect(parseFromPage(message)).toEqual(message));

  it.each([
    undefined,
    null,
    'ready',
    {},
    { type: 'control', action: 'delete', runIds: ['a'] },
    { type: 'control', action: 'stop', runIds: 'a' },
    { type: 'command', command: 'workbench.action.quit' },
    { type: 'colour', runIds: ['a'], colour: 'run7' },
    { type: 'colour', runIds: ['a'], colour: 'red' },
    { type: 'ready', more: 1 },
  ])('rejects %j', (message) => expect(parseFromPage(message)).toBeUndefined());
});
