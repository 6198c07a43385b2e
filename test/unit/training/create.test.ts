import { afterEach, expect, test, vi } from 'vitest';
import { translator } from '../../../src/l10n.ts';
import { createBackend } from '../../../src/training/backend/create.ts';
import { binaries } from './backends.ts';
import { eventsOf, only, tinySpec } from './tiny.ts';

const english = translator({}, 'en');
const damaged = Uint8Array.of(0, 1, 2, 3);

afterEach(() => void vi.restoreAllMocks());

test('a host that runs the kernels has nothing to say', async () => {
  expect(await createBackend(binaries)).toMatchObject({ name: 'wasm' });
  expect((await createBackend(binaries)).notice).toBeUndefined();
});

test('without SIMD a run trains on stock tfjs, and its start says so', async () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  const backend = await createBackend(binaries);
  const events = await eventsOf(tinySpec('cross-entropy'), backend);
  const setting = only(events, 'started')[0]?.setting;
  expect(setting?.backend).toBe('cpu');
  expect(setting?.notice && english(setting.notice)).toContain('no SIMD');
  expect(events.at(-1)).toMatchObject({ outcome: 'completed' });
});

test.each(['kernels', 'tfjs'] as const)(
  'a damaged %s module is named, and training goes on',
  async (which) => {
    const backend = await createBackend({ ...binaries, [which]: damaged });
    expect(backend.name).toBe('cpu');
    expect(backend.notice && english(backend.notice)).toContain('WebAssembly');
  },
);
