// @ts-check
/**
 * Runs studies of src/insight/studies: node scripts/study.mjs NAME… [--keep] | --all | --list | --pages
 * [--json]. With --keep, as with --all, what comes out goes into src/insight/studies/measured.json and
 * docs/studies*.md; --pages makes the latter anew of the former. Needs a build.
 */
import { formatFile } from './format-file.mjs';
import { runBuilt } from './run-built.mjs';

process.exitCode = await runBuilt('study/study', process.argv.slice(2));
await formatFile('src/insight/studies/measured.json');
