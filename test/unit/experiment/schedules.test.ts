import { describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { scheduleNames, schedules, scheduleSchema, type ScheduleSpec } from '../../../src/experiment/schedules/catalogue.ts'; // prettier-ignore
import { learningRateAt } from '../../../src/experiment/schedules/learning-rate.ts';
import { descriptionOf } from '../../../src/experiment/schema/described.ts';

const learningRate = 0.05;

/** The rate of every step. */
function rates(schedule: ScheduleSpec, stepsPerEpoch: number, epochs: number): number[] {
  return Array.from({ length: stepsPerEpoch * epochs }, (_, i) =>
    learningRateAt({ learningRate, schedule }, i + 1, stepsPerEpoch, epochs),
  );
}

function expectRates(measured: readonly number[], expected: readonly number[]): void {
  expect(measured).toHaveLength(expected.length);
  measured.forEach((rate, i) => expect(rate).toBeCloseTo(expected[i] ?? NaN, 9));
}

describe('the learning rate', () => {
  test('is the same throughout, to the bit, where it is constant', () => {
    expect(rates({ name: 'constant', warmUp: 0 }, 3, 4)).toEqual(Array(12).fill(0.05));
  });

  test('falls by a factor after every so many epochs, as in PyTorch', () => {
    // StepLR(step_size=2, gamma=0.5), stepped after each epoch of 2 steps
    const expected = [0.05, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025, 0.025, 0.0125, 0.0125];
    expectRates(rates({ name: 'step', warmUp: 0, every: 2, factor: 0.5 }, 2, 5), expected);
  });

  test('falls along a cosine, as in PyTorch', () => {
    // CosineAnnealingLR(T_max=10)
    const expected = [
      0.05, 0.0487764129, 0.0452254249, 0.0396946313, 0.0327254249, 0.025, 0.0172745751,
      0.0103053687, 0.0047745751, 0.0012235871,
    ];
    expectRates(rates({ name: 'cosine', warmUp: 0 }, 5, 2), expected);
  });

  test('falls along a cosine to what is 0 one step after the last', () => {
    const cosine: ScheduleSpec = { name: 'cosine', warmUp: 0 };
    const all = rates(cosine, 100, 3);
    all.forEach((rate, i) => {
      expect(rate).toBeCloseTo(learningRate * Math.cos((Math.PI * i) / 600) ** 2, 12);
    });
    expect(all.at(-1)).toBeGreaterThan(0);
    expect(learningRateAt({ learningRate, schedule: cosine }, 301, 100, 3)).toBeCloseTo(0, 12);
  });

  test('rises over the warm-up in equal steps, as in PyTorch', () => {
    // LinearLR(start_factor=1/5, total_iters=4)
    const expected = [0.01, 0.02, 0.03, 0.04, 0.05, 0.05, 0.05];
    expectRates(rates({ name: 'constant', warmUp: 5 / 7 }, 7, 1), expected);
  });

  test('goes through the whole of a cosine after the warm-up, as in PyTorch', () => {
    // SequentialLR of LinearLR(start_factor=1/4, total_iters=3) and CosineAnnealingLR(T_max=6) from step 4 on
    const expected = [
      0.0125, 0.025, 0.0375, 0.05, 0.05, 0.0466506351, 0.0375, 0.025, 0.0125, 0.0033493649,
    ];
    expectRates(rates({ name: 'cosine', warmUp: 2 }, 2, 5), expected);
  });

  test('counts the epochs of steps from the beginning, those of the warm-up included', () => {
    const all = rates({ name: 'step', warmUp: 1, every: 2, factor: 0.1 }, 4, 4);
    const rise = [0.0125, 0.025, 0.0375, 0.05];
    const rest = [...Array<number>(4).fill(0.05), ...Array<number>(8).fill(0.005)];
    expectRates(all, [...rise, ...rest]);
  });

  test('may be rising to the very end', () => {
    expectRates(rates({ name: 'cosine', warmUp: 2 }, 2, 2), [0.0125, 0.025, 0.0375, 0.05]);
  });
});

describe('the catalogue of schedules', () => {
  test.each(scheduleNames)(
    '%s can be written by its name alone, and whole stays as it is',
    (name) => {
      const whole = scheduleSchema.parse({ name });
      expect(whole).toMatchObject({ name, warmUp: 0 });
      expect(scheduleSchema.parse(whole)).toEqual(whole);
    },
  );

  test.each(scheduleNames)('%s begins at the whole rate and never exceeds it', (name) => {
    const all = rates(scheduleSchema.parse({ name }), 3, 40);
    expect(all[0]).toBe(learningRate);
    for (const rate of all) expect(rate).toBeLessThanOrEqual(learningRate);
    for (const rate of all) expect(rate).toBeGreaterThan(0);
  });

  test.each(scheduleNames)('%s has a sentence for each of its settings', (name) => {
    const settings = Object.values<z.core.$ZodType>({ ...schedules[name].settings });
    for (const setting of settings) {
      expect(descriptionOf(setting)).toBeDefined();
    }
  });
});
