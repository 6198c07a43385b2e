// @ts-check
/**
 * Runs studies of src/insight/studies: node scripts/study.mjs NAME… | --all [--list] [--json].
 * With --all it writes src/insight/studies/measured.json and docs/studies*.md. Needs a build.
 */
import { runBuilt } from './run-built.mjs';

process.exitCode = await runBuilt('study/study', process.argv.slice(2));
