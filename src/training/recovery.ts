import { count, message, type Message } from '../l10n.ts';
import type { Checkpoint } from '../run/checkpoint/checkpoint.ts';
import type { RunEvent } from '../run/event.ts';
import { Told } from '../run/told.ts';
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
  for (;;) {
    const before = told.measured;
    try {
      for await (const event of attempt(current, last, (checkpoint) => (last = checkpoint))) {
        const news = told.news(event);
        if (news) yield news;
      }
      return;
    } catch (error) {
      if (!current.device?.isLost() || !current.renew) throw error;
      current = await current.renew(told.measured === before);
      told.beginAgain(lost(told.step, last?.epoch ?? 0, current));
    }
  }
}

function lost(step: number, epoch: number, { name }: Backend): Message {
  return message(
    'The graphics device was lost after step {step}. Training goes on from the end of epoch {epoch}, on {backend}.',
    {
      step: count(step),
      epoch: count(epoch),
      backend: name === 'webgl' ? 'WebGL' : message('the processor'),
    },
  );
}
