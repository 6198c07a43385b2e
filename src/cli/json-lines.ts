import type { RunChange } from '../protocol.ts';
import type { RunEvent } from '../run/event.ts';
import { encodeJson } from '../run/json.ts';
import type { Run } from '../run/run.ts';
import type { Display, Terminal } from './terminal.ts';

/** For other programs: each event as a line of JSON, {"runId": …, "event": …}. */
export class JsonLines implements Display {
  constructor(readonly terminal: Terminal) {}

  show({ identity }: Run, event: RunEvent): void {
    const change: RunChange = { runId: identity.id, event };
    this.terminal.write(`${encodeJson(change)}\n`);
  }

  end(): void {
    // The last event of each run has said it all.
  }

  conclude(): void {
    // Another program concludes for itself.
  }
}
