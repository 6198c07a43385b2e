import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { measuredSeeds, suite } from './suite.ts';
import { tally } from './tally.ts';
import { trainSuite, type Trained } from './train-suite.ts';

/* The entry of scripts/measure-rules.mjs: trains the suite and keeps how the rules did. */

const root = process.cwd();

async function measure(): Promise<void> {
  const all: Trained[] = [];
  const cases = suite(measuredSeeds, root);
  for await (const trained of trainSuite(cases, root)) {
    all.push(trained);
    process.stdout.write(`\r${String(all.length)} / ${String(cases.length)}`);
  }
  const figures = tally(all);
  process.stdout.write('\n');
  console.table(figures);
  const file = path.join(root, 'src', 'insight', 'rules', 'measured.json');
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}

void measure();
