// @ts-check
/**
 * Measures the rules of src/insight/rules on trainings whose faults are known, and writes
 * src/insight/rules/measured.json and docs/rules*.md: node scripts/measure-rules.mjs [--pages].
 * With --pages only the pages are written. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

/** @param {string} entry of src/cli/rules */
async function run(entry) {
  const outfile = `out/rules/${entry}.cjs`;
  await build({
    entryPoints: [`src/cli/rules/${entry}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    external: ['node-fetch'],
    logLevel: 'warning',
  });
  const { status } = spawnSync(process.execPath, [outfile], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${entry} failed`);
}

if (!process.argv.includes('--pages')) await run('measure');
await run('write-pages');
