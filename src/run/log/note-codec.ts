import { isObject } from '../../experiment/merge-written.ts';
import type {
  FinishedEvent,
  NoticeEvent,
  PausedEvent,
  ResumedEvent,
  RunEvent,
  StartedEvent,
} from '../event.ts';
import { decodeJson, encodeJson } from '../json.ts';
import type { Occurrence } from './event-proto.ts';
import { isMessage, isOutcome, isRunSetting } from './guards.ts';
import type { SummaryValue } from './summary-proto.ts';

/** An event that is no measurement: a text whose tag names its type, with the rest as JSON. */
export type NoteEvent = StartedEvent | PausedEvent | ResumedEvent | NoticeEvent | FinishedEvent;

const tagPrefix = 'losslab/';

export function encodeNote(event: NoteEvent): SummaryValue {
  return { type: 'text', tag: tagPrefix + event.type, text: encodeJson(details(event)) };
}

/** What the record does not say already. */
function details(event: NoteEvent): object {
  switch (event.type) {
    case 'started':
      return { setting: event.setting };
    case 'paused':
    case 'resumed':
      return {};
    case 'notice':
      return { notice: event.notice };
    case 'finished':
      return { outcome: event.outcome, reason: event.reason };
  }
}

export function decodeNote(tag: string, text: string, when: Occurrence): RunEvent | undefined {
  if (!tag.startsWith(tagPrefix)) return undefined;
  const rest = parse(text);
  if (!isObject(rest)) return undefined;
  switch (tag.slice(tagPrefix.length)) {
    case 'started':
      return decodeStarted(rest, when);
    case 'paused':
      return { type: 'paused', ...when };
    case 'resumed':
      return { type: 'resumed', ...when };
    case 'notice': {
      const { notice } = rest;
      return isMessage(notice) ? { type: 'notice', ...when, notice } : undefined;
    }
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
  if (!isObject(setting)) return undefined;
  const { notice, ...rest } = setting;
  if (!isRunSetting(rest)) return undefined;
  // The layers count more than a notice that only another version can read.
  return { type: 'started', ...when, setting: isMessage(notice) ? { ...rest, notice } : rest };
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

/** Undefined for text that is not JSON, or is nested too deeply to be parsed: not of ours. */
function parse(text: string): unknown {
  try {
    return decodeJson(text);
  } catch {
    return undefined;
  }
}
