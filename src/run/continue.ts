import { LossLabError } from '../error.ts';
import { count, message, type Translator } from '../l10n.ts';
import {
  checkpointFileName,
  continuedFrom,
  type Checkpoint,
  type CheckpointKind,
} from './checkpoint/checkpoint.ts';
import { decodeCheckpoint } from './checkpoint/codec.ts';
import type { RunEvent } from './event.ts';
import { readLog } from './log/reader.ts';
import { continuingIdentity } from './new-identity.ts';
import { outputsUpTo, type OutputsByName } from './outputs/files.ts';
import { applyEvent, newRun } from './reduce.ts';
import type { Run, RunIdentity } from './run.ts';

/** What the folder of a run holds that it can be continued with. */
export interface RunFolder {
  /** For messages. */
  readonly path: string;
  /** The event file. */
  readonly log: Uint8Array;
  readonly checkpoints: ReadonlyMap<CheckpointKind, Uint8Array>;
  readonly outputs: OutputsByName;
}

/** How a run can go on: as a new run that begins with its past. */
export interface Continuation {
  readonly run: Run;
  readonly from: Checkpoint;
  readonly past: Past;
}

/** What the folder of a run that goes on from another begins with. */
export interface Past {
  readonly events: readonly RunEvent[];
  readonly checkpoints: ReadonlyMap<CheckpointKind, Uint8Array>;
  readonly outputs: OutputsByName;
}

/**
 * How a finished run goes on: from its last checkpoint, or from its best if it has diverged.
 * @throws LossLabError if it has none, or a damaged one, or its log does not reach it
 */
export function continuationOf(
  run: Run,
  { path, log, checkpoints, outputs }: RunFolder,
): Continuation {
  const decode = (bytes: Uint8Array, kind: CheckpointKind): Checkpoint =>
    decodeCheckpoint(bytes, `${path}/${checkpointFileName(kind)}`);
  const kind = continuedFrom(run.state);
  const last = checkpoints.get(kind);
  if (last === undefined) throw noCheckpoint(run.identity);
  const from = decode(last, kind);
  const kept = new Map<CheckpointKind, Uint8Array>([['last', last]]);
  const best = checkpoints.get('best');
  // Where the last was not written any more, the best may be of a later epoch.
  if (best && decode(best, 'best').epoch <= from.epoch) kept.set('best', best);
  const events = eventsUpTo(readLog(log).events, from.epoch);
  return {
    run,
    from,
    past: { events, checkpoints: kept, outputs: outputsUpTo(outputs, from.epoch) },
  };
}

/** The new run, in which all of the past has happened and which waits for its worker. */
export function continuing(
  { run, from, past }: Continuation,
  epochs: number,
  now: Date,
  random: () => number,
  t: Translator,
): Run {
  const identity = continuingIdentity(run.identity, from.epoch, epochs, now, random, t);
  const next = newRun(identity);
  for (const event of past.events) applyEvent(next, event);
  next.state = 'queued';
  return next;
}

/** How many epochs to add is likeliest: those that were left, or as many again. */
export function epochsLeft({ run, from }: Continuation): number {
  const { epochs } = run.identity.spec;
  return epochs > from.epoch ? epochs - from.epoch : epochs;
}

function eventsUpTo(events: readonly RunEvent[], epoch: number): readonly RunEvent[] {
  const end = events.findIndex((event) => event.type === 'epoch' && event.epoch === epoch);
  if (end >= 0) return events.slice(0, end + 1);
  const reason = message(
    'The log of the run ends before epoch {epoch}, which its checkpoint is of, so it cannot be continued.',
    { epoch: count(epoch) },
  );
  throw new LossLabError(reason);
}

function noCheckpoint({ name }: RunIdentity): LossLabError {
  const reason = message(
    'The run “{name}” has no checkpoint, so it cannot be continued: one is kept from the end of the first epoch on.',
    { name },
  );
  return new LossLabError(reason);
}
