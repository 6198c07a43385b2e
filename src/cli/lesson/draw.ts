import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { article } from '../../experiment/examples/article.ts';
import { vanishingGradient } from '../../experiment/examples/vanishing-gradient.ts';
import { isObject, mergeWritten, type WrittenObject } from '../../experiment/merge-written.ts';
import { measuredStudies } from '../../insight/studies/measured.ts';
import type { Run } from '../../run/run.ts';
import { trainEach } from '../train-each.ts';
import { writtenIdentity } from '../written-identity.ts';
import {
  accuracyPicture,
  depthPicture,
  gradientPicture,
  lossesPicture,
  noisePicture,
  pullPicture,
  ratesPicture,
  studiesPicture,
} from './pictures.ts';
import { picture } from './svg.ts';

/* The entry of scripts/draw-lesson.mjs: trains what the walkthrough tells of and draws it. */

const root = process.cwd();
const losses = ['cross-entropy', 'mean-squared-error'] as const;
const rates = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

async function draw(): Promise<void> {
  const pair = await trained(losses.map((loss) => ({ loss })));
  const sweeps = await trained(
    losses.flatMap((loss) =>
      rates.map((learningRate) => ({ loss, epochs: 3, optimizer: { name: 'sgd', learningRate } })),
    ),
  );
  const depths = await trained(
    [0, 2].map((index) => {
      const whole = mergeWritten(
        vanishingGradient.base,
        vanishingGradient.variants?.[index]?.change,
      );
      return isObject(whole) ? { ...whole, epochs: 1 } : {};
    }),
  );
  const [noise] = await trained([article.base]);
  if (noise === undefined) throw new Error('Nothing was trained.');
  // Each step of the lesson has a question; its answer is the picture of the next one.
  write('two-losses', lossesPicture());
  write('accuracy', accuracyPicture(pair));
  write('gradient', gradientPicture(pair));
  write('pull', pullPicture());
  write('rates', ratesPicture([sweeps.slice(0, rates.length), sweeps.slice(rates.length)]));
  write('depth', depthPicture(depths, ['σ', 'ReLU']));
  write('noise', noisePicture(noise));
  write('studies', studiesPicture(Object.values(measuredStudies).map(({ outcome }) => outcome)));
}

async function trained(written: readonly WrittenObject[]): Promise<Run[]> {
  const runs: Run[] = [];
  const identities = written.map((each) => writtenIdentity(each, 'lesson'));
  for await (const run of trainEach(identities, root)) runs.push(run);
  return runs;
}

function write(name: string, elements: readonly string[]): void {
  const folder = path.join(root, 'media', 'walkthrough');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${name}.svg`), picture(elements));
}

void draw();
