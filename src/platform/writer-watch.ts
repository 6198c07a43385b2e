import { beatInterval, parseBeat, type Beat, type Writer } from './heartbeat.ts';

/**
 * Who else writes a run: nobody, a writer that lives, or one that has left its beat but says nothing more,
 * as after a crash.
 */
export type OtherWriter = 'none' | 'alive' | 'silent';

/** Milliseconds after which a beat is no sign of life. */
const patience = 20_000;

/** Milliseconds that a writer that lived has for its next beat: this machine may have slept, and it too. */
const grace = 2 * beatInterval;

interface Seen {
  readonly text: string;
  readonly isAlive: boolean;
  /** When its beat was first found too old, by this machine's `performance.now`. */
  readonly oldSince: number | undefined;
}

/** Tells from the beats of writers whether they live, by looking now and then. */
export class WriterWatch {
  readonly #seen = new Map<string, Seen>();

  /** @param ask whether the process of a beat is there, undefined where that cannot be asked */
  constructor(
    readonly self: Writer,
    readonly ask: (beat: Beat) => boolean | undefined = () => undefined,
  ) {}

  /** @param text the beat in the folder of the run, undefined where there is none */
  judge(runId: string, text: string | undefined): OtherWriter {
    const beat = text === undefined ? undefined : parseBeat(text);
    if (text === undefined || (beat && this.#isOwn(beat))) {
      this.#seen.delete(runId);
      return 'none';
    }
    const isThere = beat && this.ask(beat);
    const seen = look(this.#seen.get(runId), text, beat);
    this.#seen.set(runId, seen);
    return (isThere ?? seen.isAlive) ? 'alive' : 'silent';
  }

  #isOwn({ writer, pid }: Beat): boolean {
    return writer === this.self.writer && pid === this.self.pid;
  }
}

/** One more look at a beat. Clocks of two machines may differ: one that changes is alive, whatever its time. */
function look(before: Seen | undefined, text: string, beat: Beat | undefined): Seen {
  const isFresh = beat !== undefined && Math.abs(Date.now() - beat.time) < patience;
  const hasChanged = before !== undefined && before.text !== text;
  if (isFresh || hasChanged) return { text, isAlive: true, oldSince: undefined };
  if (!before?.isAlive) return { text, isAlive: false, oldSince: undefined };
  const now = performance.now();
  const oldSince = before.oldSince ?? now;
  return { text, isAlive: now - oldSince < grace, oldSince };
}
