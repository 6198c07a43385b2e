import { count, message, percent, ratio, type Message } from '../l10n.ts';
import { epochsDone } from '../run/figures.ts';
import { isActive, type Run } from '../run/run.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';

/** The last validation accuracy of each run, and how far apart two runs are at the same epoch. */
export const validationAccuracyReached: Insight = (runs) => {
  const trained = runs.filter((run) => epochsDone(run) > 0);
  if (trained.length === 0) return undefined;
  const { shown, rest } = bestAndWorst(trained, lastAccuracy);
  return {
    id: 'validation-accuracy',
    title: title(trained),
    rest: rest.map(sentence),
    text: [...shown.map(sentence), ...difference(trained), ...precision(trained)],
    readAt: message('validation set'),
  };
};

function title(runs: readonly Run[]): Message {
  if (runs.some((run) => isActive(run.state))) return message('Validation accuracy so far');
  return runs.every((run) => run.state === 'completed')
    ? message('Final validation accuracy')
    : message('Last validation accuracy');
}

function lastAccuracy(run: Run): number {
  return run.epochs.validation.accuracy.at(-1) ?? NaN;
}

function sentence(run: Run): Message {
  const reading = {
    run: run.identity.name,
    accuracy: percent(lastAccuracy(run)),
    epoch: count(epochsDone(run)),
  };
  return isActive(run.state)
    ? message('{run}: {accuracy} after epoch {epoch} so far.', reading)
    : message('{run}: {accuracy} after epoch {epoch}.', reading);
}

/** Of the best and the worst at the last epoch that all have reached. */
function difference(runs: readonly Run[]): Message[] {
  if (runs.length < 2) return [];
  const epoch = Math.min(...runs.map(epochsDone));
  const accuracies = runs.map((run) => accuracyAt(run, epoch));
  const points = 100 * (Math.max(...accuracies) - Math.min(...accuracies));
  if (!Number.isFinite(points)) return [];
  const reading = { points: ratio(points), epoch: count(epoch) };
  return runs.length === 2
    ? [message('At epoch {epoch} they are {points} percentage points apart.', reading)]
    : [
        message(
          'At epoch {epoch} the best and the worst are {points} percentage points apart.',
          reading,
        ),
      ];
}

export function accuracyAt({ epochs }: Run, epoch: number): number {
  return epochs.validation.accuracy[epochs.epoch.indexOf(epoch)] ?? NaN;
}

/**
 * √(a(1 − a)/n): the standard error of a share measured on n independent images, at its largest. Where
 * every pixel has a class an image has a share of its own, which varies by no more than that.
 */
export function standardError(accuracies: readonly number[], images: number): number {
  return Math.sqrt(Math.max(...accuracies.map((a) => a * (1 - a))) / images);
}

function precision(runs: readonly Run[]): Message[] {
  const images = runs[0]?.setting?.validationCount;
  if (images === undefined || runs.some((run) => run.setting?.validationCount !== images))
    return [];
  const points = 100 * standardError(runs.map(lastAccuracy), images);
  if (!Number.isFinite(points)) return [];
  return [
    message('Measured on {images} images, each has a standard error of up to {points} points.', {
      images: count(images),
      points: ratio(points),
    }),
  ];
}
