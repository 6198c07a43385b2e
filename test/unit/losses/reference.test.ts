import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { isLossName, losses, lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';
import { Region } from '../../../src/experiment/losses/region.ts';

const numbers = z.array(z.number());
const schema = z.array(
  z.object({
    name: z.string(),
    parameters: z.record(z.string(), z.number()),
    logits: numbers,
    labels: numbers,
    value: z.number(),
    gradient: numbers,
  }),
);

/** By PyTorch's autograd in float64: see make.py beside it. */
const file = path.resolve('test/fixtures/losses/reference.json');
const cases = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

test('every loss has figures of PyTorch to be compared with', () => {
  expect([...new Set(cases.map(({ name }) => name))].sort()).toEqual([...lossNames].sort());
});

test.each(cases)('$name with $parameters is that of PyTorch at $logits', (each) => {
  const { value, gradient } = ours(each);
  expect(Math.abs(value - each.value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(each.value)));
  expect(gradient).toHaveLength(each.gradient.length);
  each.gradient.forEach((g, i) => expect(gradient[i]).toBeCloseTo(g, 12));
});

function ours({ name, parameters, logits, labels }: (typeof cases)[number]): {
  value: number;
  gradient: readonly number[];
} {
  if (!isLossName(name)) throw new Error(`There is no loss ${name}`);
  const loss = losses[name];
  if (loss.scope === 'label') {
    const x = Prediction.of(logits, labels[0] ?? NaN);
    return { value: loss.value(x, parameters), gradient: [...loss.gradient(x, parameters)] };
  }
  const region = new Region(logits.length / labels.length, labels.length).fill(logits, labels);
  return {
    value: loss.value(region, parameters),
    gradient: [...loss.gradient(region, parameters)],
  };
}
