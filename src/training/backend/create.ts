import { message } from '../../l10n.ts';
import { LossLabError } from '../../error.ts';
import type { BackendChoice, WasmBinaries } from '../../protocol.ts';
import { bothNotices } from '../both-notices.ts';
import { failureReason } from '../failure.ts';
import type { Backend } from './backend.ts';
import { cpuBackend } from './cpu.ts';
import type { StartHelper } from './team.ts';
import type { ContextOptions } from './webgl/context.ts';
import { createWasmBackend } from './wasm.ts';

/** `createWebglBackend`, in the hosts that bundle it. Rejects where there is no such device. */
export type CreateWebgl = (options: ContextOptions) => Promise<Backend>;

export interface BackendOptions {
  /** Where threads can be started that share memory. */
  readonly startHelper?: StartHelper | undefined;
  /** What is tried before the processor, and again where its device was lost. */
  readonly prefer?: (() => Promise<Backend>) | undefined;
}

/**
 * What a person or a measurement has chosen, of what the host has.
 * @param allowSoftware whether a WebGL that the processor computes will do
 */
export function backendOptions(
  choice: BackendChoice,
  { startHelper, webgl }: { readonly startHelper?: StartHelper; readonly webgl?: CreateWebgl },
  allowSoftware = true,
): BackendOptions {
  if (choice === 'cpu') return { prefer: () => Promise.resolve(cpuBackend) };
  const prefer =
    choice === 'webgl' ? (webgl ?? (() => Promise.reject(new LossLabError(noWebgl)))) : undefined;
  return { startHelper, prefer: prefer && (() => prefer({ allowSoftware })) };
}

const noWebgl = message('This worker has no WebGL.');

/**
 * The backend that is preferred, or else the fastest on the processor: wasm with our kernels, otherwise
 * tfjs's own in plain JavaScript. What is second best says why in its notice.
 */
export async function createBackend(
  binaries: WasmBinaries,
  options: BackendOptions = {},
): Promise<Backend> {
  const { prefer, startHelper } = options;
  if (!prefer) return onProcessor(binaries, startHelper);
  try {
    const renew = (inVain: boolean): Promise<Backend> =>
      inVain ? onProcessor(binaries, startHelper) : createBackend(binaries, options);
    return { ...(await prefer()), renew };
  } catch (error) {
    const backend = await onProcessor(binaries, startHelper);
    const missing = message('The run trains on the processor. {reason}', {
      reason: failureReason(error) ?? textOf(error),
    });
    return { ...backend, notice: bothNotices(missing, backend.notice) ?? missing };
  }
}

async function onProcessor(
  binaries: WasmBinaries,
  startHelper: StartHelper | undefined,
): Promise<Backend> {
  if (!WebAssembly.validate(simdModule)) {
    const notice = message(
      'This machine has no SIMD in WebAssembly, so the run trains in plain JavaScript: the same results, many times slower.',
    );
    return { ...cpuBackend, notice };
  }
  try {
    return await createWasmBackend(binaries, startHelper);
  } catch (error) {
    const notice = message(
      'The training kernels could not be loaded ({reason}), so the run trains in plain JavaScript: the same results, many times slower. Install Loss Lab again to restore them.',
      { reason: textOf(error) },
    );
    return { ...cpuBackend, notice };
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** (func (result v128) (v128.const 0)): valid where SIMD is known, and nowhere else. */
const simdModule = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic and version
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // one type: () → v128
  ...[0x03, 0x02, 0x01, 0x00], // one function of it
  ...[0x0a, 0x16, 0x01, 0x14, 0x00, 0xfd, 0x0c, ...Array<number>(16).fill(0), 0x0b], // its code
);
