import { count, message, percent, ratio, type Message, type MessageArg } from '../l10n.ts';
import { epochsDone } from '../run/figures.ts';
import { isActive, type Run } from '../run/run.ts';
import { seedGroups, type SeedGroup } from '../run/seed-groups.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';
import { meanOver, spanOf, subjectOf } from './over-seeds.ts';

/**
 * The last validation accuracy of each run, or of the seeds of one experiment, and how far apart two are at
 * the same epoch.
 */
export const validationAccuracyReached: Insight = (runs) => {
  const trained = runs.filter((run) => epochsDone(run) > 0);
  if (trained.length === 0) return undefined;
  const groups = seedGroups(trained);
  const { shown, rest } = bestAndWorst(groups, (group) => meanOver(group, lastAccuracy));
  return {
    id: 'validation-accuracy',
    title: title(trained),
    rest: rest.map(sentence),
    text: [...shown.map(sentence), ...difference(groups), ...precision(trained)],
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

function sentence(group: SeedGroup): Message {
  const isOpen = group.runs.some((run) => isActive(run.state));
  const reading = {
    run: subjectOf(group),
    accuracy: accuracyOver(group),
    epoch: spanOf(group.runs.map(epochsDone), 'count'),
  };
  return isOpen
    ? message('{run}: {accuracy} after epoch {epoch} so far.', reading)
    : message('{run}: {accuracy} after epoch {epoch}.', reading);
}

/** The mean of several seeds, and what they span. */
function accuracyOver(group: SeedGroup): MessageArg {
  const mean = percent(meanOver(group, lastAccuracy));
  if (group.runs.length === 1) return mean;
  const span = spanOf(group.runs.map(lastAccuracy), 'percent');
  return message('{mean} on average ({span})', { mean, span });
}

/** Of the best and the worst at the last epoch that all have reached. */
function difference(groups: readonly SeedGroup[]): Message[] {
  if (groups.length < 2) return [];
  const epoch = Math.min(...groups.flatMap(({ runs }) => runs.map(epochsDone)));
  const accuracies = groups.map((group) => meanOver(group, (run) => accuracyAt(run, epoch)));
  const points = 100 * (Math.max(...accuracies) - Math.min(...accuracies));
  if (!Number.isFinite(points)) return [];
  const reading = { points: ratio(points), epoch: count(epoch) };
  const areMeans = groups.some(({ runs }) => runs.length > 1);
  if (groups.length === 2)
    return areMeans
      ? [message('At epoch {epoch} the means over the seeds are {points} percentage points apart.', reading)]
      : [message('At epoch {epoch} they are {points} percentage points apart.', reading)];
  return areMeans
    ? [message('At epoch {epoch} the best and the worst mean are {points} percentage points apart.', reading)]
    : [message('At epoch {epoch} the best and the worst are {points} percentage points apart.', reading)];
} // prettier-ignore

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
