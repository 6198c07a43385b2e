import { count, message, percent, type Message } from '../l10n.ts';
import { epochsDone } from '../run/figures.ts';
import { isActive, type Run } from '../run/run.ts';
import { seedGroups, type SeedGroup } from '../run/seed-groups.ts';
import { bestAndWorst } from './few.ts';
import type { Insight } from './finding.ts';
import { meanOver, spanOf, subjectOf } from './over-seeds.ts';

/** Shares of the validation images: half, and what a usable model has. */
const levels = [0.5, 0.8] as const;

/** Epochs that each run took to two validation accuracies, or the seeds of one experiment. */
export const epochsToAccuracy: Insight = (runs) => {
  const trained = seedGroups(runs.filter((run) => epochsDone(run) > 0));
  if (trained.length === 0) return undefined;
  const { shown, rest } = bestAndWorst(trained, (group) => meanOver(group, swiftness));
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

/** The highest level that both of two reached, with every seed, makes the headline. */
function title(groups: readonly SeedGroup[]): Message {
  const [first, second] = groups;
  for (const level of levels.toReversed()) {
    if (first === undefined || second === undefined || groups.length > 2) break;
    const [a, b] = [epochsReaching(first, level), epochsReaching(second, level)];
    if (a.length === first.runs.length && b.length === second.runs.length)
      return headline(level, a, b);
  }
  return message('Epochs to a given validation accuracy');
}

function epochsReaching({ runs }: SeedGroup, level: number): number[] {
  return runs.flatMap((run) => epochReaching(run, level) ?? []);
}

function headline(level: number, first: readonly number[], second: readonly number[]): Message {
  return message('{accuracy} accuracy: epoch {first} against epoch {second}', {
    accuracy: percent(level),
    first: spanOf(first, 'count'),
    second: spanOf(second, 'count'),
  });
}

/** What has not reached the lower level need not be asked for the higher. */
function sentence(group: SeedGroup): Message {
  const [low, high] = levels;
  const run = subjectOf(group);
  if (epochsReaching(group, low).length === 0) {
    return message('{run}: {low}.', { run, low: reaching(group, low) });
  }
  return message('{run}: {low}; {high}.', {
    run,
    low: reaching(group, low),
    high: reaching(group, high),
  });
}

function reaching(group: SeedGroup, level: number): Message {
  const accuracy = percent(level);
  const reached = epochsReaching(group, level);
  if (reached.length > 0) {
    const at = message('{accuracy} at epoch {epoch}', { accuracy, epoch: spanOf(reached, 'count') });
    const of = { reached: count(reached.length), count: count(group.runs.length) };
    return group.runs.length === 1 ? at : message('{reading} ({reached} of {count} seeds)', { reading: at, ...of });
  }
  const epoch = spanOf(group.runs.map(epochsDone), 'count');
  return group.runs.some((run) => isActive(run.state))
    ? message('{accuracy} not reached by epoch {epoch} so far', { accuracy, epoch })
    : message('{accuracy} not reached by epoch {epoch}, its last', { accuracy, epoch });
} // prettier-ignore
