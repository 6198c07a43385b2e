import { describe, expect, it } from 'vitest';
import type {
  BatchEvent,
  EpochEvent,
  EvaluationEvent,
  LayerStatistics,
  Measures,
  RunEvent,
} from '../../../src/run/event.ts';
import { decodeEvent, encodeEvent } from '../../../src/run/log/codec.ts';
import { decodeProtoEvent, encodeProtoEvent } from '../../../src/run/log/event-proto.ts';
import { setting } from '../make-run.ts';
import { generator } from './generator.ts';

const layerNames = ['z', 'dense/1', 'epoch', 'a layer'];

describe('a record', () => {
  it('gives back exactly the event that it was made from, whatever its numbers are', () => {
    const random = generator(7);
    for (let round = 0; round < 3000; round++) {
      const event = anyEvent(random, round);
      const bytes = encodeProtoEvent(encodeEvent(event, layerNames));
      expect(decodeEvent(decodeProtoEvent(bytes))).toStrictEqual(event);
    }
  });

  it('of a start whose notice cannot be read gives the start', () => {
    const damaged = JSON.stringify({ setting: { ...setting, notice: { text: 5 } } });
    const content = {
      type: 'summary',
      values: [{ type: 'text', tag: 'losslab/started', text: damaged }],
    } as const;
    expect(decodeEvent({ wallTime: 1, step: 0, content })).toEqual({
      type: 'started',
      wallTime: 1,
      step: 0,
      setting,
    });
  });

  it('of a batch whose hardest images are damaged gives the batch', () => {
    const { wallTime, step, content } = encodeEvent(
      { type: 'batch', wallTime: 1, step: 2, loss: 3, accuracy: 0.5 },
      [],
    );
    const values = content.type === 'summary' ? content.values : [];
    for (const damaged of [
      [1, 2, 3],
      [-1, 2],
      [0.5, 2],
    ]) {
      const more = { type: 'tensor', tag: 'batch/hardest', values: damaged } as const;
      expect(
        decodeEvent({ wallTime, step, content: { type: 'summary', values: [...values, more] } }),
      ).toStrictEqual({ type: 'batch', wallTime: 1, step: 2, loss: 3, accuracy: 0.5 });
    }
  });

  it('of something else gives no event', () => {
    const of = (tag: string): RunEvent | undefined =>
      decodeEvent({
        wallTime: 1,
        step: 1,
        content: { type: 'summary', values: [{ type: 'scalar', tag, value: 1 }] },
      });
    for (const tag of ['batch/loss', 'epoch/number', 'gradients/a/norm', 'validation/accuracy']) {
      expect(of(tag)).toBeUndefined();
    }
  });
});

function anyEvent(random: () => number, round: number): RunEvent {
  const float = (): number => anyFloat(random);
  const when = { wallTime: 2e9 * random(), step: Math.floor(random() * 2 ** 53) };
  const epoch = Math.floor(random() * 1e5);
  switch (round % 8) {
    case 0:
      return { ...anyBatch(random, float), ...when };
    case 1:
      return { ...anyEpoch(float, random() < 0.5), ...when, epoch };
    case 2: {
      const layers = layerNames.slice(Math.floor(random() * 5)).map(() => anyStatistics(float));
      const window = random() < 0.5 ? 'epoch' : 'first-step';
      return { type: 'gradients', ...when, window, epoch, layers };
    }
    case 3: {
      const args = { a: float(), b: '#NaN', c: { value: float(), format: 'loss' as const } };
      const reason = { text: '#{a} “世界”', args: { ...args, d: { text: 'x', args } } };
      return { type: 'finished', ...when, outcome: 'failed', reason };
    }
    case 4: {
      const notice = { text: '#{a} “世界”', args: { a: float(), b: { text: 'x' } } };
      return {
        type: 'started',
        ...when,
        setting: random() < 0.5 ? setting : { ...setting, notice },
      };
    }
    case 5: {
      const reason = { text: '#{a} “世界”', args: { a: float() } };
      return { type: 'moved', ...when, setting, reason };
    }
    case 6:
      return { ...anyEvaluation(random, float), ...when, epoch };
    default:
      return { type: random() < 0.5 ? 'paused' : 'resumed', ...when };
  }
}

/** With the hardest images of a batch of any size, or of an older version, which kept none. */
function anyBatch(
  random: () => number,
  float: () => number,
): Omit<BatchEvent, 'wallTime' | 'step'> {
  const batch = { type: 'batch', loss: float(), accuracy: float() } as const;
  const count = Math.floor(5 * random());
  if (count > 3) return batch;
  const images = Array.from({ length: count }, () => Math.floor(random() * 2 ** 24));
  return { ...batch, hardest: { images, losses: images.map(float) } };
}

/** Any bits: normal and subnormal numbers, zeros, infinities, NaN. */
function anyFloat(random: () => number): number {
  const special = [0, -0, NaN, Infinity, -Infinity, Math.fround(1e-45)];
  const pick = Math.floor(random() * 3 * special.length);
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, random() * 2 ** 32);
  return special[pick] ?? view.getFloat32(0);
}

function anyEpoch(float: () => number, first: boolean): Omit<EpochEvent, 'wallTime' | 'step'> {
  const train = first ? null : anyMeasures(float);
  const imagesPerSecond = first ? null : float();
  const doubted = !first && { doubted: { share: float(), pull: float() } };
  const of = { epoch: 0, train, validation: anyMeasures(float), imagesPerSecond };
  return { type: 'epoch', ...of, ...doubted };
}

/** With or without the units' shares, which an older version did not measure. */
function anyEvaluation(
  random: () => number,
  float: () => number,
): Omit<EvaluationEvent, 'wallTime' | 'step'> {
  const many = (): number[] => Array.from({ length: Math.floor(4 * random()) }, float);
  const units = ['conv-1', 'a/b', 'dead'].map((layer) => ({
    layer,
    kind: random() < 0.5 ? ('dead' as const) : ('saturated' as const),
    share: float(),
  }));
  return {
    type: 'evaluation',
    epoch: 0,
    metrics: { 'brier-score': float() },
    confusion: many(),
    classLosses: many(),
    examples: { losses: many(), predicted: many() },
    ...(random() < 0.5 && { units }),
  };
}

function anyMeasures(float: () => number): Measures {
  return {
    accuracy: float(),
    losses: {
      'cross-entropy': float(),
      'mean-squared-error': float(),
      'mean-squared-error-linear': float(),
      'binary-cross-entropy': float(),
      'mean-absolute-error': float(),
    },
  };
}

function anyStatistics(float: () => number): LayerStatistics {
  return {
    norm: float(),
    maxNorm: float(),
    mean: float(),
    std: float(),
    zeroFraction: float(),
    updateRatio: float(),
  };
}
