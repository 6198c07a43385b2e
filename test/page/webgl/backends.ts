import type { Backend } from '../../../src/training/backend/backend.ts';
import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import { createWasmBackend } from '../../../src/training/backend/wasm.ts';
import { createWebglBackend, type WebglBackend } from '../../../src/training/backend/webgl.ts';
import type { WasmBinaries } from '../../../src/protocol.ts';

/** Chromium computes WebGL in software here, which a person's training would refuse. */
export const softwareWebgl = (): Promise<WebglBackend> =>
  createWebglBackend({ allowSoftware: true });

export async function binaries(): Promise<WasmBinaries> {
  const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> =>
    new Uint8Array(await (await fetch(`/${name}.wasm`)).arrayBuffer());
  return { tfjs: await bytes('tfjs'), kernels: await bytes('kernels') };
}

/** One of each a worker. */
let webglOnce: Promise<WebglBackend> | undefined;
let wasmOnce: Promise<Backend> | undefined;
export const webgl = (): Promise<WebglBackend> => (webglOnce ??= softwareWebgl());
export const wasm = (): Promise<Backend> =>
  (wasmOnce ??= (async () => createWasmBackend(await binaries()))());

/** What the device computes and what the reference does. */
export async function onBoth<T>(
  work: (backend: Backend) => T | Promise<T>,
): Promise<{ measured: T; expected: T }> {
  const device = await webgl();
  await device.activate();
  const measured = await work(device);
  await cpuBackend.activate();
  return { measured, expected: await work(cpuBackend) };
}

/** The largest difference, as a share of the largest value that is expected. */
export function distance(measured: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (measured.length !== expected.length) return Infinity;
  let [difference, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    const [a = NaN, b = NaN] = [measured[i], expected[i]];
    if (Object.is(a, b) || (Number.isNaN(a) && Number.isNaN(b))) continue;
    difference = Math.max(difference, Math.abs(a - b));
    if (Number.isNaN(difference)) return Infinity;
    size = Math.max(size, Math.abs(b));
  }
  return difference === 0 ? 0 : difference / size;
}
