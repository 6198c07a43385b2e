import { afterEach, expect, test, vi } from 'vitest';
import { LossLabError } from '../../../src/error.ts';
import { message, translator } from '../../../src/l10n.ts';
import type { Backend } from '../../../src/training/backend/backend.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
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

test('what is preferred comes first, and again where it was lost after it had trained', async () => {
  const prefer = (): Promise<Backend> => Promise.resolve({ ...cpuBackend, name: 'webgl' });
  const backend = await createBackend(binaries, { prefer });
  expect(backend.name).toBe('webgl');
  expect((await backend.renew?.(false))?.name).toBe('webgl');
  expect((await backend.renew?.(true))?.name).toBe('wasm');
});

test('without what is preferred the kernels train, and say why', async () => {
  const reason = message('No such device.');
  const prefer = (): Promise<Backend> => Promise.reject(new LossLabError(reason));
  const backend = await createBackend(binaries, { prefer });
  expect(backend.name).toBe('wasm');
  expect(backend.notice && english(backend.notice)).toBe(
    'The run trains on the processor. No such device.',
  );
});
