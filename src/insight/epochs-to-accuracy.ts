import { count, message, percent, type Message } from '../l10n.ts';
import { epochsDone } from '../run/figures.ts';
import { isActive, type Run } from '../run/run.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';

/** Shares of the validation images: half, and what a usable model has. */
const levels = [0.5, 0.8] as const;

/** Epochs that each run took to two validation accuracies. */
export const epochsToAccuracy: Insight = (runs) => {
  const trained = runs.filter((run) => epochsDone(run) > 0);
  if (trained.length === 0) return undefined;
  const { shown, rest } = bestAndWorst(trained, swiftness);
  return {
    id: 'epochs-to-accuracy',
    title: title(trained),
    text: shown.map(sentence),
    rest: rest.map(sentence),
    readAt: message('validation set, after each epoch'),
  };
};

/** The first epoch whose validation accuracy is at least `level`; undefined if none was. */
export function epochReaching({ epochs }: Run, level: number): number | undefined {
  const index = epochs.validation.accuracy.findIndex((accuracy) => accuracy >= level);
  return epochs.epoch[index];
}

/** Larger for a run that reached more levels, or the same ones earlier, or came nearer to the next. */
function swiftness(run: Run): number {
  const reached = levels.filter((level) => epochReaching(run, level) !== undefined);
  const highest = reached.at(-1);
  const epoch = highest === undefined ? undefined : epochReaching(run, highest);
  if (epoch !== undefined) return reached.length + 1 / (1 + epoch);
  return Math.max(...run.epochs.validation.accuracy);
}

/** The highest level that both of two runs reached makes the headline. */
function title(runs: readonly Run[]): Message {
  const [first, second] = runs;
  for (const level of levels.toReversed()) {
    if (first === undefined || second === undefined || runs.length > 2) break;
    const [a, b] = [epochReaching(first, level), epochReaching(second, level)];
    if (a !== undefined && b !== undefined) return headline(level, a, b);
  }
  return message('Epochs to a given validation accuracy');
}

function headline(level: number, first: number, second: number): Message {
  return message('{accuracy} accuracy: epoch {first} against epoch {second}', {
    accuracy: percent(level),
    first: count(first),
    second: count(second),
  });
}

/** A run that has not reached the lower level need not be asked for the higher. */
function sentence(run: Run): Message {
  const [low, high] = levels;
  if (epochReaching(run, low) === undefined) {
    return message('{run}: {low}.', { run: run.identity.name, low: reaching(run, low) });
  }
  return message('{run}: {low}; {high}.', {
    run: run.identity.name,
    low: reaching(run, low),
    high: reaching(run, high),
  });
}

function reaching(run: Run, level: number): Message {
  const accuracy = percent(level);
  const reached = epochReaching(run, level);
  if (reached !== undefined) {
    return message('{accuracy} at epoch {epoch}', { accuracy, epoch: count(reached) });
  }
  const epoch = count(epochsDone(run));
  return isActive(run.state)
    ? message('{accuracy} not reached by epoch {epoch} so far', { accuracy, epoch })
    : message('{accuracy} not reached by epoch {epoch}, its last', { accuracy, epoch });
}
