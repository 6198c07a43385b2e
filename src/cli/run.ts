import type { ExperimentSpec } from '../experiment/spec.ts';
import { loadModule } from '../platform/node/load-module.ts';
import { loadOwnLoss } from '../training/own-loss.ts';
import { NodeRunFiles } from '../platform/node/run-files.ts';
import { OrderedRunFiles } from '../platform/ordered-run-files.ts';
import { createBackend } from '../training/backend/create.ts';
import type { Backend } from '../training/backend/backend.ts';
import { TrainingControl } from '../training/control.ts';
import { failureReason } from '../training/failure.ts';
import type { StartHelper } from '../training/backend/team.ts';
import { train } from '../training/trainer.ts';
import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { message, type Translator } from '../l10n.ts';
import type { Continuation } from '../run/continue.ts';
import type { RunEvent } from '../run/event.ts';
import { newIdentities } from '../run/new-identity.ts';
import { applyEvent, newRun } from '../run/reduce.ts';
import type { Run } from '../run/run.ts';
import { parseArguments, type Arguments } from './arguments.ts';
import { readContinued } from './continued.ts';
import { catalogue } from './catalogue.ts';
import { readExperiment } from './experiment.ts';
import { followFair, type FairComparison, type FairResult } from './fair.ts';
import { help } from './help.ts';
import { readWasm } from './inputs.ts';
import { JsonLines } from './json-lines.ts';
import { PlainLines } from './plain-lines.ts';
import { ProgressBar } from './progress-bar.ts';
import { keepIn, openLog } from './run-folder.ts';
import { withPaths } from './own-paths.ts';
import { SharedImages } from './shared-images.ts';
import type { Display, Terminal } from './terminal.ts';
import { terminalTranslator } from './terminal-translator.ts';

export interface Surroundings {
  readonly terminal: Terminal;
  /** The folder of `media/`, `dist/` and `l10n/`. */
  readonly root: string;
  /** As the environment names it, such as "zh_CN.UTF-8". */
  readonly language: string;
  readonly startHelper?: StartHelper;
  /** How many may compute at once. */
  readonly threads: number;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

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
  const images = new SharedImages(display, around, t);
  /** Whether all came to their end: Ctrl+C leaves the rest. */
  const trainThese = async (
    runs: readonly Run[],
    continuation?: Continuation,
  ): Promise<boolean> => {
    for (const each of runs) {
      const data = await images.of(each);
      if (!data || around.signal.aborted) return false;
      await trainOne(each, { data, backend, display, around, out: parsed.out, t, continuation });
    }
    return !around.signal.aborted;
  };
  if (parsed.fair)
    return fairly(await followFair(withOwnPaths(parsed.fair), trainThese, t), display, around, t);
  const { runs, continuation } = await planned(parsed, t);
  await trainThese(runs, continuation);
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

/** The runs to train; one alone, with what it begins with, if it continues another. */
async function planned(
  { specs, continued, experiment }: Arguments,
  t: Translator,
): Promise<{ runs: readonly Run[]; continuation?: Continuation }> {
  if (experiment !== undefined) {
    const runs = await readExperiment(experiment, t);
    return { runs: newIdentities(runs, new Date(), Math.random, t).map(newRun) };
  }
  if (!continued) {
    const whole = specs.map((spec) => ({ spec: withPaths(spec, process.cwd()) }));
    return { runs: newIdentities(whole, new Date(), Math.random, t).map(newRun) };
  }
  const { run, continuation } = await readContinued(continued, t);
  return { runs: [run], continuation };
}

interface Means {
  readonly data: TrainingData;
  readonly backend: Backend;
  readonly display: Display;
  readonly around: Surroundings;
  readonly out: string;
  readonly t: Translator;
  readonly continuation: Continuation | undefined;
}

async function trainOne(each: Run, means: Means): Promise<void> {
  const { display, around } = means;
  const control = new TrainingControl();
  const stop = (): void => control.stop();
  around.signal.addEventListener('abort', stop);
  const files = new OrderedRunFiles(new NodeRunFiles(means.out));
  const log = await openLog(each, files, means.continuation?.past);
  const kept = keepIn(files, each, (problem) => around.terminal.warn(`${means.t(problem)}\n`));
  try {
    for await (const event of events(each, () =>
      trained(each.identity.spec, means, control, kept),
    )) {
      applyEvent(each, event);
      await log.append(event);
      display.show(each, event);
    }
  } finally {
    around.signal.removeEventListener('abort', stop);
    const problem = await log.close();
    await files.settled(each.identity.id);
    if (problem) around.terminal.warn(`${means.t(problem)}\n`);
  }
}

async function* trained(
  spec: ExperimentSpec,
  { data, backend, continuation }: Means,
  control: TrainingControl,
  kept: ReturnType<typeof keepIn>,
): AsyncGenerator<RunEvent> {
  const { module } = spec.loss;
  const ownLoss = module === null ? undefined : await loadOwnLoss(module, loadModule);
  yield* train(spec, data, control, backend, { from: continuation?.from, ...kept, ownLoss });
}

/** A failure that a person can do something about becomes the run's last event. */
async function* events(each: Run, start: () => AsyncIterable<RunEvent>): AsyncGenerator<RunEvent> {
  try {
    yield* start();
  } catch (error) {
    const reason = failureReason(error);
    if (!reason) throw error;
    yield {
      type: 'finished',
      wallTime: Date.now() / 1000,
      step: each.step,
      outcome: 'failed',
      reason,
    };
  }
}

function displayFor(parsed: Arguments, terminal: Terminal, t: Translator): Display {
  if (parsed.json) return new JsonLines(terminal);
  return terminal.isTty ? new ProgressBar(terminal, t) : new PlainLines(terminal, t);
}
