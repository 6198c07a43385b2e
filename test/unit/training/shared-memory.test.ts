import { expect, test } from 'vitest';
import { instantiateKernels } from '../../../src/training/backend/kernels.ts';
import { withSharedMemory } from '../../../src/training/backend/shared-memory.ts';
import { binaries } from './backends.ts';

const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

test('the kernels can be guests in a shared memory, and else are as they were', async () => {
  const shared = withSharedMemory(binaries.kernels);
  const differing = shared.filter((byte, i) => byte !== binaries.kernels[i]);
  expect(differing).toHaveLength(1);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared: true });
  expect(memory.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(() => instantiateKernels(new WebAssembly.Module(shared), memory)).not.toThrow();
  const plain = await WebAssembly.compile(new Uint8Array(binaries.kernels));
  expect(() => instantiateKernels(plain, memory)).toThrow(WebAssembly.LinkError);
});

test('of tfjs’s module one byte changes too', () => {
  const shared = withSharedMemory(binaries.tfjs);
  expect(WebAssembly.validate(shared)).toBe(true);
  expect(shared.filter((byte, i) => byte !== binaries.tfjs[i])).toHaveLength(1);
});

test('a memory without a maximum is refused, as sharing needs one', () => {
  const memory = Uint8Array.from([...header, 5, 3, 1, 0, 1]);
  expect(() => withSharedMemory(memory)).toThrow('maximum');
});

test('a module without a memory is left as it is', () => {
  expect([...withSharedMemory(Uint8Array.from(header))]).toEqual(header);
});
