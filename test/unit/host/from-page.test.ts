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
    { type: 'ask', id: 2, question: { type: 'labels', runId: 'a' } },
    { type: 'ask', id: 3, question: { type: 'examples', runId: 'a', images: [0, 5] } },
    { type: 'ask', id: 4, question: { type: 'predictions', runId: 'a', images: [] } },
    { type: 'ask', id: 6, question: { type: 'outputs', runId: 'a', epoch: 0 } },
    { type: 'ask', id: 5, question: { type: 'point', runId: 'a', step: 1 } },
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
    { type: 'save', name: '../a.svg', kind: 'svg', data: '' },
    { type: 'save', name: 'C:\\a.svg', kind: 'svg', data: '' },
    { type: 'save', name: '', kind: 'svg', data: '' },
    { type: 'save', name: 'a\nb.svg', kind: 'svg', data: '' },
    { type: 'save', name: 'a.exe', kind: 'exe', data: '' },
    { type: 'save', name: 'a.svg', kind: 'svg', data: 1 },
    { type: 'copy', text: 'a'.repeat(2 ** 24 + 1) },
    { type: 'ask', question: { type: 'point', runId: 'a', step: 1 } },
    { type: 'ask', id: 1, question: { type: 'point', runId: 'a', step: 0 } },
    { type: 'ask', id: 1, question: { type: 'examples', runId: 'a', images: [-1] } },
    { type: 'ask', id: 1, question: { type: 'examples', runId: 'a', images: [0.5] } },
    { type: 'ask', id: 1, question: { type: 'examples', runId: 'a', images: Array(101).fill(0) } },
    { type: 'ask', id: 1, question: { type: 'outputs', runId: 'a', epoch: -1 } },
    { type: 'ask', id: 1, question: { type: 'files', runId: 'a' } },
  ])('rejects %j', (message) => expect(parseFromPage(message)).toBeUndefined());
});
