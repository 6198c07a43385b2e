// @ts-check
/** Trains what the walkthrough tells of and draws media/walkthrough/: node scripts/draw-lesson.mjs. Needs a build. */
import { runBuilt } from './run-built.mjs';

process.exitCode = await runBuilt('lesson/draw');
