import { toBase64 } from '../../src/base64.ts';
import { seeded, type Random } from '../../src/experiment/random.ts';
import type { OutputsAnswer, RefusedAnswer } from '../../src/question.ts';
import { nearestEpoch } from '../../src/run/nearest-epoch.ts';
import { keptEpochs } from '../../src/run/outputs/kept-epochs.ts';
import { strideOf } from '../../src/run/outputs/outputs.ts';
import type { Run } from '../../src/run/run.ts';

/* Invented logits whose margins grow from epoch to epoch, to look at the page without a training. */

/** Of a run that trains on MSE, the share of labels that stay confidently wrong. */
const stuckShare = 0.08;

/** @param labels of the validation set @param width of a mask, 0 where an image has one class */
export function outputsOf(
  run: Run,
  wanted: number,
  labels: Uint8Array,
  width: number,
): OutputsAnswer | RefusedAnswer {
  const kept = new Set(keptEpochs(run.identity.spec.epochs));
  const epochs = run.epochs.epoch.filter(
    (epoch, i, all) => kept.has(epoch) || i === all.length - 1,
  );
  const epoch = nearestEpoch(epochs, wanted);
  if (epoch === undefined)
    return { type: 'refused', reason: { text: 'The run has no outputs yet.' } };
  const classes = run.setting?.classes ?? 10;
  const stride = strideOf(labels.length, classes, width || classes);
  const taken = labels.filter((_, place) => place % stride === 0);
  const logits = logitsOf(run, epoch, taken, classes);
  return {
    ...{ type: 'outputs', epoch, epochs, classes, stride },
    labelsPerImage: width === 0 ? 1 : width ** 2,
    logits: toBase64(new Uint8Array(logits.buffer)),
    labels: toBase64(taken),
  };
}

/** The same generator for every epoch, so that each label has a story of its own. */
function logitsOf(run: Run, epoch: number, labels: Uint8Array, classes: number): Float32Array {
  const random = seeded(1 + run.identity.spec.seed);
  const accuracy = run.epochs.validation.accuracy[run.epochs.epoch.indexOf(epoch)] ?? 0.1;
  const learnt = Math.max(0, (accuracy - 1 / classes) / (1 - 1 / classes));
  const isMse = run.identity.spec.loss.name.startsWith('mean-squared-error');
  const logits = new Float32Array(labels.length * classes);
  labels.forEach((label, row) => {
    const margin =
      isMse && random.uniform() < stuckShare
        ? -learnt * (7 + 3 * random.uniform())
        : marginOf(random, learnt);
    for (let k = 0; k < classes; k++)
      logits[row * classes + k] =
        k === label ? margin / 2 : -Math.abs(margin) / 2 - 1 - 5 * random.uniform();
    const rival = (label + 1 + Math.floor(2 * random.uniform())) % classes;
    logits[row * classes + rival] = -margin / 2;
  });
  return logits;
}

/** Around 0 before the training; later around 6, with a tail of labels that are never learnt. */
function marginOf(random: Random, learnt: number): number {
  const spread = random.uniform() + random.uniform() + random.uniform() - 1.5;
  return 6 * learnt + (0.4 + 3.6 * learnt) * spread - 3 * learnt * random.uniform() ** 4;
}
