import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Backends } from '../../../../src/host/gpu/backends.ts';
import { translator } from '../../../../src/l10n.ts';
import { newRun } from '../../../../src/run/reduce.ts';
import { RunStore } from '../../../../src/run/store.ts';
import { identity } from '../../make-run.ts';
import { FakePlatform } from '../fake-worker.ts';

const settings = vi.hoisted((): { backend: unknown; listeners: Set<() => void> } => ({
  backend: 'auto',
  listeners: new Set(),
}));

const asked = vi.hoisted((): { buttons: string[]; answer?: (button?: string) => void } => ({
  buttons: [],
}));

vi.mock('vscode', () => ({
  window: {
    showWarningMessage: (_text: string, ...buttons: string[]) => {
      asked.buttons = buttons;
      return new Promise((resolve) => (asked.answer = resolve));
    },
  },
  workspace: {
    getConfiguration: () => ({ get: () => settings.backend }),
    onDidChangeConfiguration: (listener: () => void) => {
      settings.listeners.add(listener);
      return { dispose: () => settings.listeners.delete(listener) };
    },
  },
}));

function newBackends(platform: FakePlatform): Backends {
  return new Backends(platform, () => Promise.resolve(new Uint8Array()), translator({}, 'en'));
}

/** How often the panel was made anew when these were set one after the other. */
function renewals(platform: FakePlatform, ...values: readonly unknown[]): number {
  const renew = vi.fn();
  const backends = newBackends(platform);
  const lab = { store: new RunStore(), inputs: { prepare: vi.fn() } };
  // What is connected with them here is not asked.
  backends.connect(lab as never, { renew } as never, {} as never, {} as never);
  for (const value of values) {
    settings.backend = value;
    for (const changed of settings.listeners) changed();
  }
  backends.dispose();
  return renew.mock.calls.length;
}

beforeEach(() => void (settings.backend = 'auto'));

test.each([
  [['webgl', 'auto', 'webgl', 'webgl'], 0],
  [['nonsense', undefined], 0],
  [['node'], 1],
  [['node', 'cpu', 'node'], 1],
  [['cpu', 'webgl', 'auto', 'node'], 3],
])('from auto to %s the panel is made anew %d times', (values, times) => {
  expect(renewals(new FakePlatform(), ...values)).toBe(times);
});

test('where workers have the card beside the extension host, no page is made anew', () => {
  const platform = Object.assign(new FakePlatform(), { hasCard: true });
  expect(renewals(platform, 'node', 'webgl', 'cpu')).toBe(0);
});

test('is not asked any more once it is disposed', () => {
  renewals(new FakePlatform());
  expect(settings.listeners.size).toBe(0);
});

describe('when the panel is closed in which a run trains', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What becomes of the run. */
  function close(): string[] {
    settings.backend = 'webgl';
    const backends = newBackends(new FakePlatform());
    const run = newRun(identity());
    const happened: string[] = [];
    const running = new Map([['a-run', { run, worker: backends.place(run, false).worker, move: () => happened.push('moved') }]]); // prettier-ignore
    const control = (action: string): unknown => happened.push(action);
    const lab = { store: new RunStore(), inputs: {}, jobs: { running, control } };
    backends.connect(lab as never, { isOpen: true } as never, {} as never, {} as never);
    backends.workers.attach('page', () => undefined);
    backends.workers.detach();
    return happened;
  }

  test.each([
    ['Go On', ['moved']],
    ['Pause', ['moved', 'pause']],
    [undefined, ['moved']],
  ])('and %s is the answer, that is done', async (answer, then) => {
    const happened = close();
    await vi.advanceTimersByTimeAsync(59_000);
    expect([asked.buttons, happened]).toEqual([['Go On', 'Pause'], []]);
    asked.answer?.(answer);
    await vi.advanceTimersByTimeAsync(0);
    expect(happened).toEqual(then);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(happened).toEqual(then);
  });

  test('and nobody answers, it goes on after a minute, and can still be paused', async () => {
    const happened = close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(happened).toEqual(['moved']);
    asked.answer?.('Pause');
    await vi.advanceTimersByTimeAsync(0);
    expect(happened).toEqual(['moved', 'pause']);
  });
});
