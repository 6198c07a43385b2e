import { message, type Translator } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import { createBackend } from '../training/backend/create.ts';
import { failureReason } from '../training/failure.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { catalogue } from './catalogue.ts';
import { followFair, type FairComparison, type FairResult } from './fair.ts';
import { help } from './help.ts';
import { readWasm } from './inputs.ts';
import { JsonLines } from './json-lines.ts';
import { withPaths } from './own-paths.ts';
import { PlainLines } from './plain-lines.ts';
import { plannedRuns } from './planned-runs.ts';
import { ProgressBar } from './progress-bar.ts';
import { RunTrainer } from './run-trainer.ts';
import type { Surroundings } from './surroundings.ts';
import type { Display, Terminal } from './terminal.ts';
import { terminalTranslator } from './terminal-translator.ts';

export const exitCodes = { completed: 0, notCompleted: 1, badArguments: 2, stopped: 130 } as const;

/** Everything that the command does; gives its exit code. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const parsed = parseArguments(args, around.language);
  const t = terminalTranslator(around.root, parsed.language);
  const { terminal } = around;
  if (parsed.errors.length > 0) {
    for (const error of parsed.errors) terminal.warn(`${t(error)}\n`);
    terminal.warn(`${t(message('--help lists what can be given.'))}\n`);
    return exitCodes.badArguments;
  }
  if (parsed.help) {
    terminal.write(help(t));
    return exitCodes.completed;
  }
  if (parsed.catalogue) {
    terminal.write(catalogue(t));
    return exitCodes.completed;
  }
  try {
    return await trainAll(parsed, around, t);
  } catch (error) {
    const reason = failureReason(error);
    if (!reason) throw error;
    terminal.warn(`${t(reason)}\n`);
    return exitCodes.notCompleted;
  }
}

async function trainAll(parsed: Arguments, around: Surroundings, t: Translator): Promise<number> {
  const display = displayFor(parsed, around.terminal, t);
  const backend = await createBackend(await readWasm(around.root), {
    startHelper: around.startHelper,
  });
  backend.setThreads(around.threads);
  if (backend.notice) around.terminal.warn(`${t(backend.notice)}\n`);
  const trainer = new RunTrainer(backend, display, parsed.out, around, t);
  if (parsed.fair) {
    const comparison = withOwnPaths(parsed.fair);
    const result = await followFair(comparison, (runs) => trainer.train(runs), t);
    return fairly(result, display, around, t);
  }
  const { runs, continuation } = await plannedRuns(parsed, t);
  await trainer.train(runs, continuation);
  showTable(runs, display);
  return exitCodeOf(runs, around);
}

/** The table of the final runs, then what follows from them. */
function fairly(
  { runs, reason }: FairResult,
  display: Display,
  around: Surroundings,
  t: Translator,
): number {
  showTable(runs, display);
  if (reason) around.terminal.warn(`${t(reason)}\n`);
  if (around.signal.aborted) return exitCodes.stopped;
  if (reason) return exitCodes.notCompleted;
  display.conclude(runs);
  return exitCodeOf(runs, around);
}

/** Of the runs that have begun; one that Ctrl+C ended while its images were read has not. */
function showTable(runs: readonly Run[], display: Display): void {
  const begun = runs.filter(
    ({ state, setting }) => setting !== undefined || (state !== 'queued' && state !== 'stopped'),
  );
  if (begun.length > 0) display.end(begun);
}

function withOwnPaths({ bases: [first, second], seeds }: FairComparison): FairComparison {
  const folder = process.cwd();
  return { bases: [withPaths(first, folder), withPaths(second, folder)], seeds };
}

function exitCodeOf(runs: readonly Run[], { signal }: Surroundings): number {
  if (signal.aborted) return exitCodes.stopped;
  const completed = runs.every((each) => each.state === 'completed');
  return completed ? exitCodes.completed : exitCodes.notCompleted;
}

function displayFor(parsed: Arguments, terminal: Terminal, t: Translator): Display {
  if (parsed.json) return new JsonLines(terminal);
  return terminal.isTty ? new ProgressBar(terminal, t) : new PlainLines(terminal, t);
}
