// @ts-check
/** Compiles the kernels and proves that they may live in another module's memory. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = path.dirname(fileURLToPath(import.meta.url));

const options = [
  '--runtime', 'stub',
  '--importMemory',
  '--initialMemory', '0',
  '--maximumMemory', '65536',
  '--enable', 'simd',
  '--optimizeLevel', '3',
  '--shrinkLevel', '0',
  '--noAssert',
]; // prettier-ignore

/**
 * @param {string} outFile
 * @param {{ withStatistics?: boolean }} [variant] false is for the bench alone, which asks what
 *   the statistics cost
 */
export async function buildKernels(outFile, { withStatistics = true } = {}) {
  await mkdir(path.dirname(outFile), { recursive: true });
  const relative = path.relative(folder, path.resolve(outFile));
  const args = ['index.ts', '--baseDir', folder, '--outFile', relative, ...options];
  if (!withStatistics) args.push('--use', 'WITHOUT_STATISTICS=1');
  const { error, stdout, stderr } = await asc.main(args);
  const said = `${stdout.toString()}${stderr.toString()}`;
  if (error) throw new Error(`The kernels do not compile: ${error.message}\n${said}`);
  if (said.trim() !== '') throw new Error(`The kernels compile with warnings:\n${said}`);
  assertGuest(await readFile(outFile));
}

/**
 * A guest in another module's memory must bring nothing that is written there or runs by itself:
 * its one import is env.memory, and it has no table, global, start or data section.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function assertGuest(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
  const names = imports.map(({ module, name }) => `${module}.${name}`).join(', ');
  if (names !== 'env.memory') throw new Error(`The kernels import ${names}, not env.memory alone`);
  const forbidden = sections(bytes).filter((section) => section in forbiddenSections);
  if (forbidden.length > 0) {
    const found = forbidden.map((section) => forbiddenSections[section]).join(', ');
    throw new Error(`The kernels have a section that a guest may not have: ${found}`);
  }
}

/** @type {Record<number, string>} */
const forbiddenSections = {
  4: 'table',
  6: 'global',
  8: 'start',
  9: 'element',
  11: 'data',
  12: 'data count',
};

/**
 * The ids of a module's sections. After the 8 bytes of magic and version, each section is its id, its
 * size as LEB128, and that many bytes.
 * @param {Uint8Array} bytes
 */
function sections(bytes) {
  const ids = [];
  for (let at = 8; at < bytes.length;) {
    ids.push(bytes[at++] ?? 0);
    let size = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = bytes[at++] ?? 0;
      size += (byte & 0x7f) * 2 ** shift;
    }
    at += size;
  }
  return ids;
}
