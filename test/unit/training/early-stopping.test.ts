import { describe, expect, test } from 'vitest';
import type { EarlyStoppingSpec } from '../../../src/experiment/early-stopping.ts';
import { parseSpec } from '../../../src/experiment/parse-spec.ts';
import { seeded } from '../../../src/experiment/random.ts';
import { optimizerSpec } from '../../../src/experiment/optimizers/optimizer-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { translator } from '../../../src/l10n.ts';
import {
  noHistory,
  patientAgain,
  stoppingReason,
  withEpoch,
} from '../../../src/training/early-stopping.ts';
import { TrainingControl } from '../../../src/training/control.ts';
import { train } from '../../../src/training/trainer.ts';
import { wasm } from './backends.ts';
import { eventsOf, only, tinyData, tinySpec } from './tiny.ts';

const english = translator({}, 'en');

/** The epoch after which it stops, and the sentence; undefined if it trains them all. */
function stop(losses: readonly number[], spec: EarlyStoppingSpec) {
  let history = noHistory;
  for (const [index, loss] of losses.entries()) {
    const epoch = index + 1;
    history = withEpoch(history, epoch, loss, spec.minimumDelta);
    const reason = stoppingReason(history, epoch, spec);
    if (reason) return { epoch, reason: english(reason) };
  }
  return undefined;
}

/** From one better epoch to the next, over the whole series: stops when the next is too far away. */
function naive(losses: readonly number[], { patience, minimumDelta }: EarlyStoppingSpec) {
  let better = 0; // Epochs from 1; nothing before the first is its mark.
  for (;;) {
    const mark = better === 0 ? Infinity : (losses[better - 1] ?? NaN);
    const next = losses.findIndex((loss, i) => i >= better && loss < mark - minimumDelta) + 1;
    const end = better + patience;
    if (next === 0 || next > end) return end <= losses.length ? end : undefined;
    better = next;
  }
}

describe('Early stopping', () => {
  const series = [1, 0.8, 0.85, 0.79, 0.81, 0.8, 0.79, 0.9];

  test('ends a series once so many epochs were not better, and says what was best', () => {
    expect(stop(series, { patience: 3, minimumDelta: 0 })).toEqual({
      epoch: 7,
      reason:
        'Stopped early: no better validation loss for 3 epochs; the best was 0.79 at epoch 4.',
    });
    expect(stop(series, { patience: 1, minimumDelta: 0 })?.epoch).toBe(3);
    expect(stop(series, { patience: 5, minimumDelta: 0 })).toBeUndefined();
  });

  test('does not count as better what is lower by the least difference or less', () => {
    // Against the mark 0.8 of epoch 2, 0.79 is not lower by more than 0.02; it still is the best.
    expect(stop(series, { patience: 3, minimumDelta: 0.02 })).toEqual({
      epoch: 5,
      reason:
        'Stopped early: no better validation loss for 3 epochs; the best was 0.79 at epoch 4.',
    });
    expect(stop([1, 0.5, 0.25, 0], { patience: 1, minimumDelta: 0.25 })?.epoch).toBe(3);
  });

  test('counts steps that are each too small once they are large enough together', () => {
    expect(stop([1, 0.95, 0.9, 0.85, 0.8], { patience: 2, minimumDelta: 0.08 })).toBeUndefined();
  });

  test('takes NaN for no better', () => {
    expect(stop([0.5, NaN, NaN, 0.4], { patience: 2, minimumDelta: 0 })?.epoch).toBe(3);
  });

  test('agrees with its definition on random series', () => {
    const random = seeded(5);
    const ends = new Set<number | undefined>();
    for (let round = 0; round < 2000; round++) {
      const losses = Array.from({ length: 1 + random.below(40) }, (_, i) => {
        // Few values, so that equal losses and differences at the limit are among them.
        return random.below(12) / 8 + 2 / (i + 1);
      });
      const spec = { patience: 1 + random.below(8), minimumDelta: random.below(4) / 8 };
      const end = naive(losses, spec);
      ends.add(end);
      expect(stop(losses, spec)?.epoch, JSON.stringify({ losses, spec })).toBe(end);
    }
    expect(ends.size).toBeGreaterThan(10);
  });

  test('begins anew for a run that is continued after it, and for no other', () => {
    const spec = { patience: 2, minimumDelta: 0 };
    const over = { best: 1, bestEpoch: 1, mark: 1, markEpoch: 1 };
    expect(patientAgain(over, 3, spec)).toEqual({ ...over, markEpoch: 3 });
    expect(patientAgain(over, 2, spec)).toEqual(over);
    expect(patientAgain(over, 3, null)).toEqual(over);
  });
});

describe('A run with early stopping', () => {
  const spec = tinySpec('cross-entropy', {
    epochs: 30,
    optimizer: { ...optimizerSpec('sgd'), learningRate: 3 },
  });

  test('completes after the epoch at which its validation losses say so', async () => {
    const all = only(await eventsOf(spec, wasm), 'epoch').slice(1);
    const losses = all.map(({ validation }) => validation.losses['cross-entropy']);
    const earlyStopping = { patience: 2, minimumDelta: 0 };
    const end = naive(losses, earlyStopping);
    expect(end).toBeLessThan(30);
    const events = await eventsOf({ ...spec, earlyStopping }, wasm);
    expect(only(events, 'epoch').at(-1)?.epoch).toBe(end);
    const [finished] = only(events, 'finished');
    expect(finished?.outcome).toBe('completed');
    expect(finished?.reason && english(finished.reason)).toMatch(/^Stopped early: no better/);
    // With no epoch left there is nothing that was stopped.
    const whole = await eventsOf({ ...spec, earlyStopping, epochs: end ?? NaN }, wasm);
    expect(only(whole, 'finished')[0]).not.toHaveProperty('reason');
  });

  test('that is asked to stop meanwhile is still stopped', async () => {
    const control = new TrainingControl();
    const patient = { ...spec, earlyStopping: { patience: 30, minimumDelta: 0 } };
    let last: unknown;
    for await (const event of train(patient, tinyData, control, wasm)) {
      if (event.type === 'batch' && event.step === 3) control.stop();
      last = event;
    }
    expect(last).toMatchObject({ outcome: 'stopped', step: 3 });
  });
});

describe('The setting earlyStopping', () => {
  const parsed = (earlyStopping: unknown) => {
    const result = parseSpec({ earlyStopping });
    return result.ok
      ? result.spec.earlyStopping
      : result.errors.map(({ path, message }) => `${path} ${english(message)}`);
  };

  test('is off by default, and what is left out of it is filled in', () => {
    expect(parseSpec({})).toEqual({ ok: true, spec: { ...defaultSpec, earlyStopping: null } });
    expect(parsed(null)).toBeNull();
    const whole = { patience: 5, minimumDelta: 0 };
    expect(parsed({ patience: 5 })).toEqual(whole);
    expect(parsed(whole)).toEqual(whole);
  });

  test.each([
    [{}, 'earlyStopping.patience must be a finite number'],
    [{ patience: 0 }, 'earlyStopping.patience must be at least 1'],
    [{ patience: 1.5 }, 'earlyStopping.patience must be a whole number'],
    [{ patience: 1, minimumDelta: -1 }, 'earlyStopping.minimumDelta must be at least 0'],
    [{ patience: 1, minimumDelta: NaN }, 'earlyStopping.minimumDelta must be a finite number'],
    [{ patience: 1, rate: 2 }, 'earlyStopping.rate is not a known setting'],
  ])('%j is refused', (value, error) => expect(parsed(value)).toEqual([error]));
});
