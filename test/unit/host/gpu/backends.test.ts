import { beforeEach, expect, test, vi } from 'vitest';
import { Backends } from '../../../../src/host/gpu/backends.ts';
import { translator } from '../../../../src/l10n.ts';
import { RunStore } from '../../../../src/run/store.ts';
import { FakePlatform } from '../fake-worker.ts';

const settings = vi.hoisted((): { backend: unknown; listeners: Set<() => void> } => ({
  backend: 'auto',
  listeners: new Set(),
}));

vi.mock('vscode', () => ({
  workspace: {
    getConfiguration: () => ({ get: () => settings.backend }),
    onDidChangeConfiguration: (listener: () => void) => {
      settings.listeners.add(listener);
      return { dispose: () => settings.listeners.delete(listener) };
    },
  },
}));

/** How often the panel was made anew when these were set one after the other. */
function renewals(platform: FakePlatform, ...values: readonly unknown[]): number {
  const renew = vi.fn();
  const t = translator({}, 'en');
  const backends = new Backends(platform, () => Promise.reject(new Error('no script')), t);
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
