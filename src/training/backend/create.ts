import { message } from '../../l10n.ts';
import type { WasmBinaries } from '../../protocol.ts';
import type { Backend } from './backend.ts';
import { cpuBackend } from './cpu.ts';
import type { StartHelper } from './team.ts';
import { createWasmBackend } from './wasm.ts';

/**
 * The fastest backend that this host runs: wasm with our kernels, otherwise tfjs's own in plain
 * JavaScript, which then says why.
 */
export async function createBackend(
  binaries: WasmBinaries,
  startHelper?: StartHelper,
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
      { reason: error instanceof Error ? error.message : String(error) },
    );
    return { ...cpuBackend, notice };
  }
}

/** (func (result v128) (v128.const 0)): valid where SIMD is known, and nowhere else. */
const simdModule = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic and version
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // one type: () → v128
  ...[0x03, 0x02, 0x01, 0x00], // one function of it
  ...[0x0a, 0x16, 0x01, 0x14, 0x00, 0xfd, 0x0c, ...Array<number>(16).fill(0), 0x0b], // its code
);
