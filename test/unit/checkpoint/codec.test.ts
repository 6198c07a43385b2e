import { describe, expect, it } from 'vitest';
import { seeded } from '../../../src/experiment/random.ts';
import type { Checkpoint } from '../../../src/run/checkpoint/checkpoint.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../../src/run/checkpoint/codec.ts';
import { encodeSafetensors } from '../../../src/run/checkpoint/safetensors.ts';

const random = seeded(7);
random.normal();
const checkpoint: Checkpoint = {
  epoch: 3,
  step: 471,
  tensors: new Map([['dense-1.weights', { shape: [1, 2], values: Float32Array.of(1, NaN) }]]),
  order: Uint32Array.of(1, 0),
  random: { order: random.save() },
  validation: { best: Infinity, bestEpoch: 0, mark: Math.fround(0.1), markEpoch: 2 },
};
const decode = (bytes: Uint8Array): Checkpoint => decodeCheckpoint(bytes, '/runs/a/checkpoint');
const withMetadata = (change: Record<string, string>): Uint8Array => {
  const metadata = { 'losslab.checkpoint': '1', epoch: '3', step: '471', random: '{}', ...change };
  return encodeSafetensors({ tensors: new Map(), metadata });
};

describe('A checkpoint', () => {
  it('comes back from its file as it was, infinities and half-used generators included', () => {
    expect(decode(encodeCheckpoint(checkpoint))).toEqual(checkpoint);
  });

  it.each([
    ['of another program', encodeSafetensors({ tensors: new Map(), metadata: {} }), 'Loss Lab did not write it'],
    ['of a later version', withMetadata({ 'losslab.checkpoint': '2' }), 'another version of Loss Lab wrote it'],
    ['without its validation losses', withMetadata({}), 'its entry “validation” is damaged'],
    ['of no epoch', withMetadata({ epoch: 'three' }), 'its entry “epoch” is damaged'],
    ['with a generator of three words', withMetadata({ random: '{"order":{"words":[1,2,3],"spareNormal":null}}' }), 'its entry “random” is damaged'],
    ['that is cut off', encodeCheckpoint(checkpoint).subarray(0, 100), 'it is cut off'],
  ])('%s is refused with its file and the reason', (_, bytes, reason) => {
    expect(() => decode(bytes)).toThrow(`The checkpoint /runs/a/checkpoint cannot be used: ${reason}`);
  }); // prettier-ignore
});
