import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assertGuest } from '../../../kernels/build.mjs';

const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
/** Imports "env" "memory" with at least 0 pages. */
const importsMemory = [2, 15, 1, 3, ...ascii('env'), 6, ...ascii('memory'), 2, 0, 0];

test('the kernels import the memory and bring nothing else', () => {
  expect(() => assertGuest(readFileSync('out/test/kernels.wasm'))).not.toThrow();
});

test('a module with a global, a table or data is refused', () => {
  const global = [6, 6, 1, 0x7f, 0, 0x41, 0, 0x0b];
  const table = [4, 4, 1, 0x70, 0, 0];
  const data = [11, 7, 1, 0, 0x41, 0, 0x0b, 1, 42];
  for (const [name, section] of Object.entries({ global, table, data })) {
    const module = Uint8Array.from([...header, ...importsMemory, ...section]);
    expect(() => assertGuest(module)).toThrow(name);
  }
});

test('a module that imports more than the memory is refused', () => {
  const type = [1, 4, 1, 0x60, 0, 0];
  const importsBoth = [
    2,
    25,
    2,
    ...importsMemory.slice(3),
    3,
    ...ascii('env'),
    3,
    ...ascii('log'),
    0,
    0,
  ];
  expect(() => assertGuest(Uint8Array.from([...header, ...type, ...importsBoth]))).toThrow(
    'env.log',
  );
});

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'ascii')];
}
