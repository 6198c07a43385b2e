// @ts-check
/**
 * Measures the rules of src/insight/rules on trainings whose faults are known, and writes
 * src/insight/rules/measured.json and docs/rules*.md: node scripts/measure-rules.mjs [--pages].
 * With --pages only the pages are written. Needs a build.
 */
import { formatFile } from './format-file.mjs';
import { runBuilt } from './run-built.mjs';

/** @param {string} entry of src/cli/rules */
async function run(entry) {
  if ((await runBuilt(`rules/${entry}`)) !== 0) throw new Error(`${entry} failed`);
}

if (!process.argv.includes('--pages')) await run('measure');
await run('write-pages');
await formatFile('src/insight/rules/measured.json');
