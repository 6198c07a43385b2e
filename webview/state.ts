import type { FromPage, ToPage } from '../src/protocol.ts';
import type { Answer } from '../src/question.ts';
import { decodeJson } from '../src/run/json.ts';
import { applyEvent } from '../src/run/reduce.ts';
import type { Run } from '../src/run/run.ts';
import type { Tab } from '../src/tabs.ts';

/** Another object each time, also where the same is asked for again. */
export interface Wanted {
  readonly tab: Tab;
}

/** Whom the messages of the host concern. */
export interface Listeners {
  /** The runs are others, or have changed. */
  readonly changed: () => void;
  readonly answered?: (id: number, answer: Answer) => void;
  /** A report of them is asked for. */
  readonly reportAsked?: () => void;
}

/**
 * The page's copy of the runs: a snapshot, then numbered changes by the store's own reducer. After a
 * gap it takes nothing until the snapshot that it asks for has come.
 */
export class RunsState {
  #runs: readonly Run[] | undefined;
  /** The number of the last change taken; undefined while a snapshot is awaited. */
  #sequence: number | undefined;
  #wanted: Wanted | undefined;

  constructor(
    readonly post: (message: FromPage) => void,
    readonly listeners: Listeners,
    /** An id of the page, if it can hold workers. */
    readonly page?: string,
  ) {}

  /** Undefined until the first snapshot. */
  get runs(): readonly Run[] | undefined {
    return this.#runs;
  }

  /** What a person last asked for outside the page. */
  get wanted(): Wanted | undefined {
    return this.#wanted;
  }

  /** Asks for the whole state: at the start, after a gap, when the page is shown again. */
  askAnew(): void {
    this.#sequence = undefined;
    this.post({ type: 'ready', ...(this.page !== undefined && { page: this.page }) });
  }

  /** Takes a message of the host as it comes: JSON text by `encodeJson`. */
  receive(text: unknown): void {
    const message = typeof text === 'string' ? decodeJson(text) : undefined;
    if (isToPage(message)) this.#take(message);
  }

  #take(message: ToPage): void {
    const { changed, answered, reportAsked } = this.listeners;
    if (message.type === 'answer') return answered?.(message.id, message.answer);
    if (message.type === 'report') return reportAsked?.();
    if (message.type === 'snapshot') {
      this.#runs = message.runs;
      this.#sequence = message.sequence;
      if (message.tab !== undefined) this.#wanted = { tab: message.tab };
      return changed();
    }
    if (this.#sequence === undefined) return; // Older than the snapshot that is on its way.
    if (message.sequence <= this.#sequence) return;
    const first = message.sequence - message.changes.length + 1;
    if (first > this.#sequence + 1) return this.askAnew();
    this.#apply(message.changes.slice(this.#sequence + 1 - first));
    this.#sequence = message.sequence;
    changed();
  }

  #apply(changes: Extract<ToPage, { type: 'changes' }>['changes']): void {
    for (const { runId, event } of changes) {
      const run = this.#runs?.find(({ identity }) => identity.id === runId);
      if (run !== undefined) applyEvent(run, event);
    }
  }
}

function isToPage(value: unknown): value is ToPage {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return ['snapshot', 'changes', 'answer', 'report'].some((type) => type === value.type);
}
