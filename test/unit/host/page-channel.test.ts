import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Webview } from 'vscode';
import { PageChannel } from '../../../src/host/views/page-channel.ts';
import type { FromPage, ToPage } from '../../../src/protocol.ts';
import { decodeJson } from '../../../src/run/json.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { RunStore } from '../../../src/run/store.ts';
import { batch, identity, started } from '../make-run.ts';

function setUp() {
  const store = new RunStore();
  store.add([newRun(identity()), newRun(identity({ id: 'other' }))]);
  const sent: ToPage[] = [];
  const intents: FromPage[] = [];
  const problems: string[] = [];
  let receive: (message: unknown) => void = () => undefined;
  const webview = {
    onDidReceiveMessage: (listener: (message: unknown) => void) => {
      receive = listener;
      return { dispose: () => undefined };
    },
    postMessage: (text: string) => sent.push(decodeJson(text) as ToPage),
  } as unknown as Webview;
  const channel = new PageChannel(webview, store, () => store.pick(['a-run']), {
    act: (intent) => intents.push(intent),
    report: (problem) => problems.push(problem),
    answer: ({ runId }) =>
      Promise.resolve({ type: 'refused', reason: { text: `not of ${runId}` } }),
  });
  return {
    store,
    sent,
    intents,
    problems,
    channel,
    receive: (message: unknown) => receive(message),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('PageChannel', () => {
  it('sends nothing until the page is ready, then a snapshot with what has happened', () => {
    const { store, sent, receive } = setUp();
    store.apply('a-run', started());
    vi.runAllTimers();
    expect(sent).toEqual([]);
    receive({ type: 'ready' });
    expect(sent).toMatchObject([{ type: 'snapshot', sequence: 0, runs: [{ state: 'running' }] }]);
  });

  it('turns to a view that is asked for before the page is ready, once', () => {
    const { sent, receive, channel } = setUp();
    channel.reset('explain');
    expect(sent).toEqual([]);
    receive({ type: 'ready' });
    channel.reset();
    channel.reset('verdict');
    expect(sent.map((each) => each.type === 'snapshot' && each.tab)).toEqual([
      'explain',
      undefined,
      'verdict',
    ]);
  });

  it('coalesces changes to ten messages a second, numbered without a gap', () => {
    const { store, sent, receive } = setUp();
    receive({ type: 'ready' });
    for (let step = 1; step <= 300; step++) {
      store.apply('a-run', batch(step, 1));
      vi.advanceTimersByTime(10);
    }
    vi.runAllTimers();
    const changes = sent.filter((message) => message.type === 'changes');
    expect(changes.length).toBeGreaterThanOrEqual(29);
    expect(changes.length).toBeLessThanOrEqual(31);
    expect(changes.flatMap((message) => message.changes)).toHaveLength(300);
    let last = 0;
    for (const message of changes) {
      expect(message.sequence - message.changes.length).toBe(last);
      last = message.sequence;
    }
  });

  it('asks for a report after all that has happened', () => {
    const { store, sent, receive, channel } = setUp();
    receive({ type: 'ready' });
    store.apply('a-run', batch(1, 1));
    channel.askForReport();
    expect(sent.map(({ type }) => type)).toEqual(['snapshot', 'changes', 'report']);
  });

  it('carries NaN and Infinity', () => {
    const { store, sent, receive } = setUp();
    receive({ type: 'ready' });
    store.apply('a-run', batch(1, NaN));
    store.apply('a-run', batch(2, Infinity));
    vi.runAllTimers();
    expect(sent.at(-1)).toMatchObject({
      changes: [{ event: { loss: NaN } }, { event: { loss: Infinity } }],
    });
  });

  it('leaves out runs that the page does not show', () => {
    const { store, sent, receive } = setUp();
    receive({ type: 'ready' });
    store.apply('other', batch(1, 1));
    vi.runAllTimers();
    expect(sent).toHaveLength(1);
  });

  it('is silent while the page is hidden, and complete when it asks anew', () => {
    const { store, sent, receive, channel } = setUp();
    receive({ type: 'ready' });
    channel.sleep();
    store.apply('a-run', batch(1, 1));
    vi.runAllTimers();
    expect(sent).toHaveLength(1);
    receive({ type: 'ready' });
    expect(sent.at(-1)).toMatchObject({ type: 'snapshot', runs: [{ batches: { loss: [1] } }] });
  });

  it('answers a question by its number, unless the page is hidden by then', async () => {
    const { sent, receive, channel } = setUp();
    const question = { type: 'examples', runId: 'a-run', images: [1, 2] };
    receive({ type: 'ready' });
    receive({ type: 'ask', id: 7, question });
    await Promise.resolve();
    expect(sent.at(-1)).toEqual({
      type: 'answer',
      id: 7,
      answer: { type: 'refused', reason: { text: 'not of a-run' } },
    });
    receive({ type: 'ask', id: 8, question });
    channel.sleep();
    await Promise.resolve();
    expect(sent).toHaveLength(2);
  });

  it('keeps the hardest images of batches to itself', () => {
    const { store, sent, receive } = setUp();
    const hardest = { images: [3, 1, 2], losses: [3, 2, 1] };
    store.apply('a-run', { ...batch(1, 1), type: 'batch', loss: 1, accuracy: 1, hardest });
    receive({ type: 'ready' });
    store.apply('a-run', { ...batch(2, 1), type: 'batch', loss: 1, accuracy: 1, hardest });
    vi.runAllTimers();
    expect(store.get('a-run')?.hardest.step).toEqual([1, 2]);
    expect(sent[0]).toMatchObject({ runs: [{ hardest: { step: [], image: [], loss: [] } }] });
    expect(JSON.stringify(sent[1])).not.toContain('hardest');
  });

  it('hands on intents and reports what is none', () => {
    const { intents, problems, receive } = setUp();
    receive({ type: 'control', action: 'stop', runIds: ['a-run'] });
    receive({ type: 'formatDisk' });
    expect(intents).toEqual([{ type: 'control', action: 'stop', runIds: ['a-run'] }]);
    expect(problems).toHaveLength(1);
  });
});
