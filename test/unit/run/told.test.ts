import { expect, test } from 'vitest';
import { message } from '../../../src/l10n.ts';
import { applyEvent, newRun } from '../../../src/run/reduce.ts';
import { Told } from '../../../src/run/told.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { batch, epoch, identity, runOf, setting, started, statistics } from '../make-run.ts';

const reason = message('Its worker was gone.');
const layers = [statistics(1), statistics(2)];
const happened: readonly RunEvent[] = [
  started(),
  epoch(0, 0.1),
  batch(1, 2.3),
  { type: 'gradients', window: 'first-step', epoch: 1, wallTime: 1000.5, step: 1, layers },
  batch(2, 2.2),
  { type: 'gradients', window: 'epoch', epoch: 1, wallTime: 1000.5, step: 2, layers },
  { ...epoch(1, 0.5), step: 2 },
  batch(3, 2.1),
  batch(4, 2),
  { type: 'gradients', window: 'epoch', epoch: 2, wallTime: 1001.5, step: 4, layers },
  { ...epoch(2, 0.6), step: 4 },
  { type: 'finished', wallTime: 1002, step: 4, outcome: 'completed' },
];
const history = happened.map((event, i) => ({ ...event, wallTime: 1000 + i }));

/** The run of a training that is cut off after so many events and begins again at the beginning. */
function cutOffAfter(count: number) {
  const run = newRun(identity());
  for (const event of history.slice(0, count)) applyEvent(run, event);
  const told = Told.of(run);
  told.beginAgain(reason);
  const news = history.flatMap((event) => told.news(event) ?? []);
  for (const event of news) applyEvent(run, event);
  return { run, news };
}

test('wherever a training is cut off, the run is in the end as if it had not been', () => {
  for (let count = 1; count < history.length; count++) {
    const { run, news } = cutOffAfter(count);
    const moves = [{ step: history[count - 1]?.step, reason }];
    expect({ ...run, lastEventAt: 0 }).toEqual({ ...runOf(history), lastEventAt: 0, moves });
    expect(news[0]).toMatchObject({ type: 'moved', setting, reason });
  }
});

test('one that had not begun has not moved', () => {
  const { run, news } = cutOffAfter(0);
  expect(news).toEqual(history);
  expect(run.moves).toEqual([]);
});

test('neither steps nor time go back, also when it pauses among what it repeats', () => {
  const told = Told.of(runOf(history.slice(0, 9)));
  told.beginAgain(reason);
  told.news({ ...started(), wallTime: 999 });
  expect(told.news({ type: 'paused', wallTime: 999.5, step: 3 })).toEqual({
    type: 'paused',
    wallTime: 1008,
    step: 4,
  });
});
