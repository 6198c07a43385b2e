import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../src/run/event.ts';
import { startWebHost, type WebHost } from './web-host/harness.ts';

let host: WebHost;
beforeAll(async () => void (host = await startWebHost()));
afterAll(() => host.close());

describe('a training of a page that is frozen for a while', () => {
  test.each([
    ['webgl', 8],
    ['wasm', 80],
  ] as const)('on %s goes on as one that was not', async (backend, epochs) => {
    const spec = { dataset: 'random-images', model: 'softmax-regression', epochs, batchSize: 10 };
    const expected = await host.train({ spec, backend });
    const trained = host.train({ spec, backend });
    await host.freezeAt(3, 2000);
    const { events, longestSilence, ended } = await trained;
    expect(longestSilence).toBeGreaterThanOrEqual(1900);
    expect(events[0]).toMatchObject({ type: 'started', setting: { backend } });
    expect(withoutTimes(events)).toEqual(withoutTimes(expected.events));
    expect(events.at(-1)).toMatchObject({ type: 'finished', outcome: 'completed' });
    expect(ended).toBeNull();
  });
});

/** What does not depend on the clock. */
function withoutTimes(events: readonly RunEvent[]): unknown[] {
  return events.map((event) => ({ ...event, wallTime: 0, imagesPerSecond: 0 }));
}
