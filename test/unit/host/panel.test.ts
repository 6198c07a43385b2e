import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Uri, WebviewPanel } from 'vscode';
import { Panel } from '../../../src/host/views/panel.ts';
import { translator } from '../../../src/l10n.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { RunStore } from '../../../src/run/store.ts';
import { identity } from '../make-run.ts';
import type { FakePanels } from './fake-panels.ts';

const faked = vi.hoisted(() => ({ panels: undefined as FakePanels | undefined }));

vi.mock('vscode', async () => {
  const { FakePanels: Panels } = await import('./fake-panels.ts');
  faked.panels = new Panels();
  return faked.panels.vscode;
});

function panels(): FakePanels {
  if (faked.panels === undefined) throw new Error('There are no panels');
  return faked.panels;
}

function newPanel(): Panel {
  const store = new RunStore();
  store.add([newRun(identity())]);
  const intents = {
    act: () => undefined,
    report: () => undefined,
    answer: () => Promise.resolve({ type: 'refused', reason: { text: 'no' } } as const),
  };
  const workers = { attach: () => undefined, detach: () => undefined, receive: () => undefined };
  const backends = { workers, mayHoldWorkers: () => false } as never;
  const uri = 'extension' as unknown as Uri;
  return new Panel(store, uri, intents, backends, translator({}, 'en'), Promise.resolve());
}

const last = () => panels().made.at(-1) ?? expect.fail('No panel was made');

beforeEach(() => {
  vi.useFakeTimers();
  panels().made.length = 0;
  panels().uiKind = 2;
});
afterEach(() => void vi.useRealTimers());

describe('A page that stays blank in a browser', () => {
  it('is replaced, in its place, and the focus stays where it is', () => {
    newPanel().show();
    const first = last();
    first.active = false;
    vi.advanceTimersByTime(4000);
    expect(first.isDisposed).toBe(true);
    expect(panels().made).toHaveLength(2);
    expect(last().place).toEqual({ viewColumn: first.viewColumn, preserveFocus: true });
  });

  it('is not, once it has asked for the runs', () => {
    newPanel().show();
    vi.advanceTimersByTime(3999);
    last().receive({ type: 'ready' });
    vi.advanceTimersByTime(60_000);
    expect(panels().made).toHaveLength(1);
  });

  it('has twice the time whenever one before it was late too', () => {
    newPanel().show();
    vi.advanceTimersByTime(4000 + 7999);
    expect(panels().made).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(panels().made).toHaveLength(3);
    vi.advanceTimersByTime(15_999);
    last().receive({ type: 'ready' });
    vi.advanceTimersByTime(60_000);
    expect(panels().made).toHaveLength(3);
  });

  it('is replaced too where it was hidden and is shown again', () => {
    newPanel().show();
    last().receive({ type: 'ready' });
    vi.advanceTimersByTime(60_000);
    last().show(false);
    vi.advanceTimersByTime(60_000);
    expect(panels().made).toHaveLength(1);
    last().show(true);
    vi.advanceTimersByTime(4000);
    expect(panels().made).toHaveLength(2);
  });

  it('is given what the one before was to recall', async () => {
    const panel = newPanel();
    const { FakePanel } = await import('./fake-panels.ts');
    const restored = new FakePanel({ viewColumn: 1 });
    await panel.restore(restored as unknown as WebviewPanel, { runIds: ['a-run'], tab: 'explain' });
    expect(restored.webview.html).toContain('explain');
    vi.advanceTimersByTime(4000);
    expect(restored.isDisposed).toBe(true);
    expect(last().webview.html).toContain('explain');
    expect(last().webview.html).toContain('a-run');
  });

  it('is waited for on a desktop, where there is no such service worker', () => {
    panels().uiKind = 1;
    newPanel().show();
    vi.advanceTimersByTime(60_000);
    expect(panels().made).toHaveLength(1);
  });
});
