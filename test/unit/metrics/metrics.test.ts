import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { metrics, metricNames } from '../../../src/experiment/metrics/catalogue.ts';
import { iou } from '../../../src/experiment/metrics/mean-iou.ts';
import { Outcomes } from '../../../src/experiment/metrics/outcomes.ts';
import type { Activation } from '../../../src/experiment/losses/loss.ts';
import { Prediction } from '../../../src/experiment/losses/prediction.ts';

const figures = z.record(z.string(), z.number());
const schema = z.object({
  classes: z.number(),
  labels: z.array(z.number()),
  logits: z.array(z.number()),
  confusion: z.array(z.number()),
  softmax: figures,
  sigmoid: figures,
});

/** By scikit-learn and NumPy: see make.py beside it. */
const file = path.resolve('test/fixtures/metrics/reference.json');
const reference = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

function outcomesOf(activation: Activation): Outcomes {
  const { classes, labels, logits } = reference;
  const outcomes = new Outcomes(classes, activation);
  const prediction = new Prediction(classes);
  labels.forEach((label, row) => outcomes.add(prediction.fill(logits, row * classes, label)));
  return outcomes;
}

describe.each(['softmax', 'sigmoid'] as const)('of a %s output', (activation) => {
  const outcomes = outcomesOf(activation);
  const others = metricNames.filter((name) => name !== 'held-out-accuracy');

  test.each(others)('%s is that of scikit-learn or NumPy', (name) => {
    expect(metrics[name].value(outcomes)).toBeCloseTo(reference[activation][name] ?? NaN, 10);
  });

  test('the confusion matrix has the true classes as rows', () => {
    expect([...outcomes.confusion]).toEqual(reference.confusion);
  });
});

test('of outputs that are no probabilities nothing is said of calibration', () => {
  const outcomes = outcomesOf('linear');
  expect(metrics['expected-calibration-error'].value(outcomes)).toBeNaN();
  expect(metrics['brier-score'].value(outcomes)).toBeNaN();
  expect(metrics['top-2-accuracy'].value(outcomes)).toBeGreaterThan(0.5);
});

test('a class that neither occurs nor is predicted has no overlap, and counts for no mean', () => {
  const outcomes = new Outcomes(3, 'softmax');
  outcomes.add(Prediction.of([2, 1, 0], 0));
  outcomes.add(Prediction.of([2, 1, 0], 1));
  expect(iou(outcomes, 0)).toBe(0.5);
  expect(iou(outcomes, 1)).toBe(0);
  expect(iou(outcomes, 2)).toBeNaN();
  expect(metrics['mean-iou'].value(outcomes)).toBe(0.25);
  expect(metrics['balanced-accuracy'].value(outcomes)).toBe(0.5);
});

test('a NaN among the logits is a wrong answer of no class', () => {
  const outcomes = new Outcomes(2, 'softmax');
  outcomes.add(Prediction.of([NaN, 1], 1));
  outcomes.add(Prediction.of([0, 1], 1));
  expect([...outcomes.confusion]).toEqual([0, 0, 0, 1]);
  expect(metrics['top-2-accuracy'].value(outcomes)).toBeNaN();
  const three = new Outcomes(3, 'softmax');
  three.add(Prediction.of([NaN, 1, 2], 1));
  three.add(Prediction.of([0, 1, 2], 1));
  expect(metrics['top-2-accuracy'].value(three)).toBe(0.5);
});

test('sure and right everywhere is calibrated, sure and half of it wrong is not', () => {
  const right = new Outcomes(2, 'softmax');
  right.add(Prediction.of([50, 0], 0));
  expect(metrics['expected-calibration-error'].value(right)).toBeCloseTo(0, 12);
  const half = new Outcomes(2, 'softmax');
  half.add(Prediction.of([50, 0], 0));
  half.add(Prediction.of([50, 0], 1));
  expect(metrics['expected-calibration-error'].value(half)).toBeCloseTo(0.5, 12);
  expect(metrics['brier-score'].value(half)).toBeCloseTo(1, 12);
});
