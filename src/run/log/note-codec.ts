import { isObject } from '../../experiment/merge-written.ts';
import type {
  FinishedEvent,
  MovedEvent,
  PausedEvent,
  ResumedEvent,
  RunEvent,
  RunSetting,
  StartedEvent,
} from '../event.ts';
import { encodeJson, tryDecodeJson } from '../json.ts';
import type { Occurrence } from './event-proto.ts';
import { isMessage, isOutcome, isRunSetting } from './guards.ts';
import type { SummaryValue } from './summary-proto.ts';

/** An event that is no measurement: a text whose tag names its type, with the rest as JSON. */
export type NoteEvent = StartedEvent | MovedEvent | PausedEvent | ResumedEvent | FinishedEvent;

const tagPrefix = 'losslab/';

export function encodeNote(event: NoteEvent): SummaryValue {
  return { type: 'text', tag: tagPrefix + event.type, text: encodeJson(details(event)) };
}

/** What the record does not say already. */
function details(event: NoteEvent): object {
  switch (event.type) {
    case 'started':
      return { setting: event.setting };
    case 'moved':
      return { setting: event.setting, reason: event.reason };
    case 'paused':
    case 'resumed':
      return {};
    case 'finished':
      return { outcome: event.outcome, reason: event.reason };
  }
}

export function decodeNote(tag: string, text: string, when: Occurrence): RunEvent | undefined {
  if (!tag.startsWith(tagPrefix)) return undefined;
  const rest = tryDecodeJson(text);
  if (!isObject(rest)) return undefined;
  switch (tag.slice(tagPrefix.length)) {
    case 'started':
      return decodeStarted(rest, when);
    case 'moved':
      return decodeMoved(rest, when);
    case 'paused':
      return { type: 'paused', ...when };
    case 'resumed':
      return { type: 'resumed', ...when };
    case 'finished':
      return decodeFinished(rest, when);
    default:
      return undefined;
  }
}

function decodeStarted(
  { setting }: Readonly<Record<string, unknown>>,
  when: Occurrence,
): StartedEvent | undefined {
  const decoded = decodeSetting(setting);
  return decoded && { type: 'started', ...when, setting: decoded };
}

function decodeMoved(
  { setting, reason }: Readonly<Record<string, unknown>>,
  when: Occurrence,
): MovedEvent | undefined {
  const decoded = decodeSetting(setting);
  if (!decoded || !isMessage(reason)) return undefined;
  return { type: 'moved', ...when, setting: decoded, reason };
}

function decodeSetting(setting: unknown): RunSetting | undefined {
  if (!isObject(setting)) return undefined;
  const { notice, ...rest } = setting;
  if (!isRunSetting(rest)) return undefined;
  // The layers count more than a notice that only another version can read.
  return isMessage(notice) ? { ...rest, notice } : rest;
}

function decodeFinished(
  { outcome, reason }: Readonly<Record<string, unknown>>,
  when: Occurrence,
): FinishedEvent | undefined {
  if (!isOutcome(outcome)) return undefined;
  const finished = { type: 'finished', ...when, outcome } as const;
  // How the run ended counts more than a reason that only another version can read.
  return isMessage(reason) ? { ...finished, reason } : finished;
}
