// @ts-check
/**
 * Runs studies of src/insight/studies: node scripts/study.mjs NAME… | --all [--list] [--json].
 * With --all it writes src/insight/studies/measured.json and docs/studies*.md. Needs a build.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

const outfile = 'out/study/study.cjs';
await build({
  entryPoints: ['src/cli/study/study.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  external: ['node-fetch'],
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
