// @ts-check
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

/**
 * Builds a program of src/cli into out/ and runs it in a process of its own.
 * @param {string} entry its path without the ending, from src/cli on
 * @param {readonly string[]} args
 * @returns its exit code; 1 where a signal ended it
 */
export async function runBuilt(entry, args = []) {
  const outfile = `out/${entry}.cjs`;
  await build({
    entryPoints: [`src/cli/${entry}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['node-fetch'],
    logLevel: 'warning',
  });
  return spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
}
