import { describe, expect, it } from 'vitest';
import { alarmGroups, alarmOf, alarmsOf } from '../../../../src/insight/rules/alarms.ts';
import { ruleNames, type RuleName } from '../../../../src/insight/rules/catalogue.ts';
import { measured } from '../../../../src/insight/rules/measured.ts';
import { floorOf } from '../../../../src/insight/rules/softmax-twice.ts';
import { offersOf } from '../../../../src/insight/trials/offers.ts';
import { madeUp, type Told } from './made-up.ts';

const lnK = Math.log(10);
const five = (value: number): number[] => Array<number>(5).fill(value);
const tenRecalls = (worst: number): number[] => [worst, ...Array<number>(9).fill(0.8)];
const shared = { batches: [2.4] };
const own = { name: 'own', module: '/loss.mjs' };

/** Of each rule a run on either side of its threshold. */
const sides: Record<RuleName, { beyond: Told; within: Told }> = {
  'poor-initialisation': {
    beyond: { startRulers: { 'cross-entropy': 4.7 }, spec: { model: { style: { initialScale: 5 } } } },
    within: { startRulers: { 'cross-entropy': 4.5 } },
  },
  divergence: { beyond: { batches: [2.4, NaN] }, within: { train: [999, 900, 800, 700, 600] } },
  'negative-loss': { beyond: { train: [1, 0.5, -0.01] }, within: { train: [1, 0.5, 0] } },
  'no-first-gradient': {
    beyond: { firstStep: [{ norm: 0 }, { norm: 1 }], spec: { model: { style: { initializer: 'zeros' } } } },
    within: { firstStep: [{ norm: 1e-9 }, { norm: 1 }] },
  },
  'exploding-gradient': {
    beyond: { layers: [{}, { maxNorm: 51 }, {}] },
    within: { layers: [{}, { maxNorm: 49 }, {}] },
  },
  'rate-too-high': { beyond: { batches: [2.4, 7.3] }, within: { batches: [2.4, 7.1] } },
  'vanishing-gradient': {
    beyond: { layers: [{ norm: 9e-4 }, {}, {}], spec: { model: 'deep-mlp' } },
    within: { firstStep: [{ norm: 0.05 }, {}, {}], layers: [{ norm: 1.1e-3 }, {}, {}] },
  },
  'dead-relu': {
    beyond: { units: [0.1, 0.5] },
    within: { units: [0.49, 0.1] },
  },
  saturation: {
    beyond: { units: [0.1, 0.25], spec: { model: { style: { activation: 'tanh' } } } },
    within: { units: [0.24, 0.1], spec: { model: { style: { activation: 'tanh' } } } },
  },
  'clipped-loss': {
    beyond: { validation: five(16.118 * 0.9), validationAccuracy: five(0.1), spec: { loss: own } },
    within: { validation: five(15 * 0.9), validationAccuracy: five(0.1), spec: { loss: own } },
  },
  'softmax-twice': {
    beyond: { train: five(floorOf(10) + 0.1), trainAccuracy: five(0.9), spec: { loss: own } },
    within: { train: five(floorOf(10) - 0.1), trainAccuracy: five(0.9), spec: { loss: own } },
  },
  'prior-plateau': { beyond: { train: five(lnK * 1.01) }, within: { train: five(lnK * 1.03) } },
  'squared-error-plateau': {
    beyond: { train: five(0.092), start: 0.1, spec: { loss: 'mean-squared-error' } },
    within: { train: five(0.086), start: 0.1, spec: { loss: 'mean-squared-error' } },
  },
  'stuck-loss': {
    beyond: { train: [2, 1.99, 1.98, 1.95, 1.92] },
    within: { train: [2, 1.99, 1.98, 1.92, 1.89] },
  },
  'rate-too-low': {
    beyond: { train: [2.4, 2.3, 2.2], layers: five(9e-5).slice(2).map((updateRatio) => ({ updateRatio })) },
    within: { train: [2.4, 2.3, 2.2], layers: [{ updateRatio: 9e-5 }, {}, { updateRatio: 1.1e-4 }] },
  },
  'update-too-large': {
    beyond: { layers: [{}, {}, { updateRatio: 0.11 }] },
    within: { layers: [{}, {}, { updateRatio: 0.09 }] },
  },
  memorising: {
    beyond: { trainAccuracy: five(0.45), validationAccuracy: five(0.12) },
    within: { trainAccuracy: five(0.45), validationAccuracy: five(0.13) },
  },
  'label-noise': {
    beyond: { doubted: { share: 0.2, pull: 0.4 }, trainAccuracy: five(0.69), validationAccuracy: five(0.8) },
    within: { doubted: { share: 0.2, pull: 0.4 }, trainAccuracy: five(0.71), validationAccuracy: five(0.8) },
  },
  'wrong-start': { beyond: { start: 4.7, spec: { model: { style: { initialScale: 5 } } } }, within: { start: 4.5 } },
  'class-failure': { beyond: { recalls: tenRecalls(0.1) }, within: { recalls: tenRecalls(0.2) } },
  overtraining: {
    beyond: { validation: [1.2, 0.8, 0.81, 0.82, 0.84, 0.86, 0.89], train: [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4] },
    within: { validation: [1.2, 0.8, 0.81, 0.82, 0.84, 0.86, 0.87], train: [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4] },
  },
  overfitting: {
    beyond: { trainAccuracy: five(0.96), validationAccuracy: five(0.8) },
    within: { trainAccuracy: [0.96, 0.96, 0.94, 0.96, 0.96], validationAccuracy: five(0.8) },
  },
  overconfidence: {
    beyond: { calibration: [0.04, 0.03, 0.05, 0.09, 0.11], validation: [1.2, 0.8, 0.6, 0.6, 0.62] },
    within: { calibration: [0.4, 0.3, 0.2, 0.2, 0.11], validation: [1.2, 0.8, 0.6, 0.6, 0.62] },
  },
  oscillation: {
    beyond: { validation: [1.2, 0.8, 0.9, 0.7, 0.8] },
    within: { validation: [1.2, 0.8, 0.9, 0.7, 0.75] },
  },
  'class-imbalance': {
    beyond: { spec: { dataset: { imbalance: 10 } } },
    within: { spec: { dataset: { imbalance: 9 } } },
  },
}; // prettier-ignore

describe.each(ruleNames)('the rule %s', (name) => {
  const { beyond, within } = sides[name];

  it('raises its alarm beyond its threshold and none within', () => {
    expect(alarmOf(name, madeUp(beyond))).toBeDefined();
    expect(alarmOf(name, madeUp(within))).toBeUndefined();
  });

  it('says a value beyond its limit and a place that the run has', () => {
    const run = madeUp(beyond);
    const { value, limit, side, place } = found(name, beyond);
    if (side === 'above') expect(value.value >= limit.value || Number.isNaN(value.value)).toBe(true);
    if (side === 'below') expect(value.value).toBeLessThan(limit.value);
    if (side === 'near') expect(Math.abs(value.value - limit.value)).toBeLessThanOrEqual(0.03 * limit.value); // prettier-ignore
    expect(place.step).toBeLessThanOrEqual(run.step);
    expect(place.epoch).toBeLessThanOrEqual(run.epochs.epoch.length);
  }); // prettier-ignore

  it('found most planted faults, and cried wolf in at most 5 % of 30 healthy runs or more', () => {
    const { planted, hits, healthy, falseAlarms } = measured[name];
    expect(hits / planted).toBeGreaterThanOrEqual(0.75);
    expect(healthy).toBeGreaterThanOrEqual(30);
    expect(falseAlarms / healthy).toBeLessThanOrEqual(0.05);
  });
});

function found(name: RuleName, told: Told) {
  const alarm = alarmOf(name, madeUp(told));
  if (!alarm) throw new Error(`${name} found nothing`);
  return alarm;
}

describe('the rules together', () => {
  it('find nothing in a run that learns as it should, nor in one that has only begun', () => {
    expect(alarmsOf([madeUp(), madeUp({ train: [], ...shared })])).toEqual([]);
  });

  it('come the most severe first, and one rule’s alarms together', () => {
    const runs = [madeUp(sides.overfitting.beyond), madeUp({ ...sides.overfitting.beyond, batches: [NaN] })]; // prettier-ignore
    const groups = alarmGroups(runs).map(({ rule, raised }) => [rule, raised.length]);
    expect(groups).toEqual([
      ['divergence', 1],
      ['overfitting', 2],
    ]);
  });

  it('know the floor of a softmax applied twice', () => {
    // −ln(e / (e + 9)): the softmax of (1, 0, …, 0).
    expect(floorOf(10)).toBeCloseTo(-Math.log(Math.E / (Math.E + 9)), 12);
    expect(floorOf(10)).toBeCloseTo(1.4612, 4);
  });

  it('blame initial weights that are too small where the outputs are alike, and nothing else', () => {
    const start = (crossEntropy: number, squaredError: number) =>
      alarmOf(
        'poor-initialisation',
        madeUp({
          startRulers: { 'cross-entropy': crossEntropy, 'mean-squared-error-linear': squaredError },
        }),
      );
    expect(start(lnK * 1.0009, 0.1049)).toMatchObject({
      side: 'near',
      limit: { value: lnK },
      place: { step: 0, epoch: 0 },
    });
    expect(start(lnK * 1.0011, 0.1049)).toBeUndefined();
    expect(start(lnK * 1.0009, 0.1051)).toBeUndefined();
    expect(start(lnK, NaN)).toBeUndefined();
    expect(start(NaN, 0.1)).toMatchObject({ side: 'above' });
    const linear = { model: 'softmax-regression' };
    expect(
      alarmOf('poor-initialisation', madeUp({ spec: linear, startRulers: { 'cross-entropy': 9 } })),
    ).toBeUndefined();
  });

  it('offer the initialisation that suits the activation, as far as the run has another', () => {
    const first = (style: object) =>
      alarmOf(
        'poor-initialisation',
        madeUp({ startRulers: { 'cross-entropy': 9 }, spec: { model: { style } } }),
      )?.remedies[0].change;
    const he = { model: { style: { initializer: 'he-normal', initialScale: 1 } } };
    expect(first({ initializer: 'zeros' })).toEqual(he);
    expect(first({ initialScale: 0.01 })).toEqual(he);
    expect(first({ activation: 'tanh', initialScale: 20 })).toEqual({
      model: { style: { initializer: 'glorot-uniform', initialScale: 1 } },
    });
    expect(first({ batchNorm: true })).toBeNull();
  });

  it('name what may have brought others about, and offer its remedies once', () => {
    const spec = { model: { style: { initializer: 'zeros' } } };
    const zeros = {
      spec,
      firstStep: [{ norm: 0 }, { norm: 0 }],
      startRulers: { 'cross-entropy': lnK, 'mean-squared-error-linear': 0.1 },
    };
    const raised = alarmsOf([madeUp(zeros), madeUp({ ...zeros, startRulers: {} })]);
    expect(raised.map(({ rule, cause }) => [rule, cause])).toEqual([
      ['poor-initialisation', undefined],
      ['no-first-gradient', 'poor-initialisation'],
      ['no-first-gradient', undefined],
    ]);
    const offered = raised.map((of) =>
      offersOf(of, []).map(({ experiment }) => experiment?.spec.model.style?.initializer),
    );
    expect(offered).toEqual([['he-normal', 'zeros'], [], ['he-normal']]);
  });

  it('take labels for wrong only where they are many, and pull by more than their number', () => {
    const noisy = sides['label-noise'].beyond;
    expect(alarmOf('label-noise', madeUp(noisy))).toBeDefined();
    for (const doubted of [{ share: 0.09, pull: 0.4 }, { share: 0.2, pull: 0.2 }, { share: NaN, pull: NaN }]) {
      expect(alarmOf('label-noise', madeUp({ ...noisy, doubted }))).toBeUndefined();
    }
    const augmented = { dataset: { augmentation: { shift: 1 } } };
    expect(alarmOf('label-noise', madeUp({ ...noisy, spec: augmented }))).toBeUndefined();
  }); // prettier-ignore

  it('read the labels in the epoch of the lowest validation loss', () => {
    const run = madeUp({ ...sides['label-noise'].beyond, validation: [1, 0.4, 0.5, 0.6, 0.7] });
    expect(alarmOf('label-noise', run)?.place.epoch).toBe(2);
  });

  it('blame the weights for units that were saturated from the start, the rate for others', () => {
    const { beyond } = sides.saturation;
    const first = (told: Told) => alarmOf('saturation', madeUp({ ...beyond, ...told }))?.remedies[0];
    const style = { activation: 'tanh', initialScale: 20 };
    expect(first({ spec: { model: { style } } })?.change).toEqual({ model: { style: { initialScale: 1 } } });
    expect(first({ firstUnits: [0, 0] })?.change).toEqual({ optimizer: { learningRate: 0.005 } });
  }); // prettier-ignore

  it('name the layer whose units have failed', () => {
    expect(found('dead-relu', { units: [0.1, 0.7, 0.6] }).place).toEqual({ epoch: 5, step: 50, layer: 'dense-2', of: 'units' }); // prettier-ignore
  });
});
