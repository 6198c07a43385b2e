import { beforeEach, describe, expect, it } from 'vitest';
import { encodeJson } from '../../../src/run/json.ts';
import type { FromPage, ToPage } from '../../../src/protocol.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { RunsState } from '../../../webview/state.ts';
import { runOf } from '../insight/runs.ts';

const batch = (step: number, loss = 1): RunEvent => ({
  type: 'batch',
  wallTime: step,
  step,
  loss,
  accuracy: 0,
});

describe('the page’s copy of the runs', () => {
  let posted: FromPage[];
  let drawn: number;
  let state: RunsState;

  const send = (message: ToPage): void => state.receive(encodeJson(message));
  const changes = (sequence: number, ...events: RunEvent[]): void =>
    send({
      type: 'changes',
      sequence,
      changes: events.map((event) => ({ runId: 'CE-0', event })),
    });
  const steps = (): number[] | undefined => state.runs?.[0]?.batches.step;

  beforeEach(() => {
    posted = [];
    drawn = 0;
    state = new RunsState((message) => posted.push(message), { changed: () => drawn++ });
    state.askAnew();
    send({ type: 'snapshot', sequence: 4, runs: [runOf({})] });
  });

  it('asks first and then shows the snapshot', () => {
    expect(posted).toEqual([{ type: 'ready' }]);
    expect(state.runs).toHaveLength(1);
    expect(drawn).toBe(1);
  });

  it('applies changes that follow the snapshot', () => {
    changes(6, batch(1), batch(2)); // 5 and 6
    changes(7, batch(3));
    expect(steps()).toEqual([1, 2, 3]);
  });

  it('asks anew after a gap and takes nothing until the snapshot has come', () => {
    changes(7, batch(2)); // 7, but 5 and 6 are missing
    changes(8, batch(3));
    expect(steps()).toEqual([]);
    expect(posted).toHaveLength(2);
    send({ type: 'snapshot', sequence: 8, runs: [runOf({ batchLosses: [1, 1, 1] })] });
    changes(9, batch(4));
    expect(steps()).toEqual([1, 2, 3, 4]);
  });

  it('takes of overlapping changes only what it has not taken', () => {
    changes(5, batch(1));
    changes(6, batch(1), batch(2)); // 5 again, and 6
    expect(steps()).toEqual([1, 2]);
  });

  it('ignores changes that the snapshot holds already', () => {
    changes(4, batch(1));
    expect(steps()).toEqual([]);
    expect(posted).toHaveLength(1);
  });

  it('keeps NaN and infinity', () => {
    changes(6, batch(1, NaN), batch(2, Infinity));
    expect(state.runs?.[0]?.batches.loss).toEqual([NaN, Infinity]);
  });

  it('ignores what is no message of the host', () => {
    state.receive({ type: 'snapshot' });
    state.receive('"hello"');
    expect(state.runs).toHaveLength(1);
  });

  it('holds the view that was asked for outside the page, anew each time', () => {
    const snapshot = { type: 'snapshot', sequence: 5, runs: [runOf({})] } as const;
    expect(state.wanted).toBeUndefined();
    send({ ...snapshot, tab: 'explain' });
    const first = state.wanted;
    send(snapshot);
    expect(state.wanted).toBe(first);
    send({ ...snapshot, tab: 'explain' });
    expect(state.wanted).toEqual({ tab: 'explain' });
    expect(state.wanted).not.toBe(first);
  });
});
