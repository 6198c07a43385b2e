import { count, message, type Message } from '../l10n.ts';
import { epochsDone } from '../run/figures.ts';
import { isActive, type Run } from '../run/run.ts';
import type { Insight } from './finding.ts';

/** Shares of the validation images in percent: half, and what a usable model has. */
const levels = [50, 80] as const;

/** Epochs that each run took to two validation accuracies. */
export const epochsToAccuracy: Insight = (runs) => {
  const trained = runs.filter((run) => epochsDone(run) > 0);
  if (trained.length === 0) return undefined;
  return {
    id: 'epochs-to-accuracy',
    title: title(trained),
    text: trained.map(sentence),
    readAt: message('validation set, after each epoch'),
  };
};

/** The first epoch whose validation accuracy is at least `percent`; undefined if none was. */
export function epochReaching({ epochs }: Run, percent: number): number | undefined {
  const index = epochs.validation.accuracy.findIndex((accuracy) => accuracy >= percent / 100);
  return epochs.epoch[index];
}

/** The highest level that both of two runs reached makes the headline. */
function title(runs: readonly Run[]): Message {
  const [first, second] = runs;
  for (const percent of levels.toReversed()) {
    if (first === undefined || second === undefined || runs.length > 2) break;
    const [a, b] = [epochReaching(first, percent), epochReaching(second, percent)];
    if (a !== undefined && b !== undefined) return headline(percent, a, b);
  }
  return message('Epochs to a given validation accuracy');
}

function headline(percent: number, first: number, second: number): Message {
  return message('{percent} % accuracy: epoch {first} against epoch {second}', {
    percent: count(percent),
    first: count(first),
    second: count(second),
  });
}

function sentence(run: Run): Message {
  const [low, high] = levels;
  return message('{run}: {low}; {high}.', {
    run: run.identity.name,
    low: reaching(run, low),
    high: reaching(run, high),
  });
}

function reaching(run: Run, level: number): Message {
  const percent = count(level);
  const reached = epochReaching(run, level);
  if (reached !== undefined) {
    return message('{percent} % at epoch {epoch}', { percent, epoch: count(reached) });
  }
  const epoch = count(epochsDone(run));
  return isActive(run.state)
    ? message('{percent} % not reached by epoch {epoch} so far', { percent, epoch })
    : message('{percent} % not reached by epoch {epoch}, its last', { percent, epoch });
}
