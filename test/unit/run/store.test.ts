import { describe, expect, it } from 'vitest';
import { newRun } from '../../../src/run/reduce.ts';
import { RunStore, type StoreChange } from '../../../src/run/store.ts';
import { batch, epoch, identity, started } from '../make-run.ts';

describe('RunStore', () => {
  it('lists runs newest first, and those of one comparison in their order', () => {
    const store = new RunStore();
    const at = (id: string, createdAt: number, position: number) =>
      newRun(identity({ id, createdAt, position }));
    store.add([at('old', 1, 0), at('new-2', 2, 1), at('new-1', 2, 0)]);
    expect(store.runs.map((run) => run.identity.id)).toEqual(['new-1', 'new-2', 'old']);
  });

  it('keeps every point of every event', () => {
    const store = new RunStore();
    store.add([newRun(identity())]);
    store.apply('a-run', started());
    store.apply('a-run', epoch(0, 0.1));
    for (let step = 1; step <= 1000; step++) store.apply('a-run', batch(step, 1 / step));
    const run = store.get('a-run');
    expect(run?.batches.loss).toHaveLength(1000);
    expect(run?.batches.loss[999]).toBe(1 / 1000);
    expect(run?.step).toBe(1000);
    expect(run?.epochs.train.accuracy).toEqual([NaN]);
    expect(run?.epochs.validation.accuracy).toEqual([0.1]);
  });

  it('tells listeners of each event after it was reduced, and no more once they are disposed', () => {
    const store = new RunStore();
    const seen: (number | string)[] = [];
    const listener = store.onDidChange((change: StoreChange) =>
      seen.push(change.type === 'event' ? change.run.step : change.type),
    );
    store.add([newRun(identity())]);
    store.apply('a-run', batch(1, 2.3));
    listener.dispose();
    store.apply('a-run', batch(2, 2.2));
    expect(seen).toEqual(['runs', 1]);
  });

  it('ignores events of a run that was deleted while its worker was still talking', () => {
    const store = new RunStore();
    store.add([newRun(identity())]);
    store.remove(['a-run']);
    store.apply('a-run', batch(1, 2.3));
    expect(store.runs).toEqual([]);
  });

  it('renames without touching what was measured', () => {
    const store = new RunStore();
    store.add([newRun(identity())]);
    store.apply('a-run', batch(1, 2.3));
    store.identify(['a-run'], { name: 'Mine' });
    expect(store.get('a-run')?.identity.name).toBe('Mine');
    expect(store.get('a-run')?.batches.loss).toEqual([2.3]);
  });
});
