import { count, message } from '../l10n.ts';
import type { Checkpoint } from '../run/checkpoint/checkpoint.ts';
import type { NoticeEvent, RunEvent } from '../run/event.ts';
import type { Backend } from './backend/backend.ts';

/** A training from a checkpoint or the beginning; tells each checkpoint, right after its epoch's last event. */
export type Attempt = (
  backend: Backend,
  from: Checkpoint | undefined,
  secure: (checkpoint: Checkpoint) => void,
) => AsyncGenerator<RunEvent, void>;

/**
 * Trains to the end though devices are lost on the way: goes on from the end of the last epoch on what the
 * backend gives in its place, and tells what was told already no second time. A device that is lost again
 * before anything new has happened is given up for the processor.
 */
export async function* recovering(
  attempt: Attempt,
  backend: Backend,
  from: Checkpoint | undefined,
): AsyncGenerator<RunEvent, void> {
  const told = new Told();
  let [current, last] = [backend, from];
  const secure = (checkpoint: Checkpoint): void => {
    last = checkpoint;
    told.secure();
  };
  for (;;) {
    try {
      for await (const event of attempt(current, last, secure)) {
        const news = told.news(event);
        if (news) yield news;
      }
      return;
    } catch (error) {
      if (!current.device?.isLost() || !current.renew) throw error;
      current = await current.renew(told.again());
      yield told.lost(last?.epoch ?? 0, current);
    }
  }
}

/** What has been told, so that a training that repeats itself is heard once. */
class Told {
  #hasStarted = false;
  #wallTime = 0;
  #step = 0;
  /** Events since the last checkpoint, which a new attempt repeats; pauses are a person's. */
  #sinceSecured = 0;
  #toSkip = 0;
  #isAnythingNew = false;

  news(event: RunEvent): RunEvent | undefined {
    if (event.type === 'paused' || event.type === 'resumed') {
      return { ...event, step: Math.max(event.step, this.#step) };
    }
    if (event.type === 'started') {
      if (this.#hasStarted) return undefined;
      this.#hasStarted = true;
      return event;
    }
    if (this.#toSkip > 0) {
      this.#toSkip -= 1;
      return undefined;
    }
    this.#isAnythingNew = true;
    this.#sinceSecured += 1;
    this.#step = event.step;
    this.#wallTime = event.wallTime;
    return event;
  }

  secure(): void {
    this.#sinceSecured = 0;
  }

  /** Before another attempt. Gives whether the last one told nothing new. */
  again(): boolean {
    const wasInVain = !this.#isAnythingNew;
    this.#isAnythingNew = false;
    this.#toSkip = this.#sinceSecured;
    return wasInVain;
  }

  lost(epoch: number, { name }: Backend): NoticeEvent {
    const notice = message(
      'The graphics device was lost after step {step}. Training goes on from the end of epoch {epoch}, on {backend}.',
      { step: count(this.#step), epoch: count(epoch), backend: name },
    );
    const wallTime = Math.max(Date.now() / 1000, this.#wallTime);
    return { type: 'notice', wallTime, step: this.#step, notice };
  }
}
