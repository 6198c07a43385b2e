import { isObject } from '../../experiment/merge-written.ts';
import { LossLabError } from '../../error.ts';
import type { RandomState } from '../../experiment/random.ts';
import { message, type Message } from '../../l10n.ts';
import { encodeJson, tryDecodeJson } from '../json.ts';
import { isCount } from '../log/guards.ts';
import type { Checkpoint, SavedTensor, ValidationHistory } from './checkpoint.ts';
import { decodeSafetensors, encodeSafetensors, type NamedArray } from './safetensors.ts';

/** Raised when a new checkpoint means something else to an old reader. */
const format = '1';

/** The order of the data among the tensors, as int32, which every library reads. */
const orderName = 'data.order';

export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array<ArrayBuffer> {
  const { epoch, step, tensors, order, random, validation } = checkpoint;
  const all = new Map<string, NamedArray>(tensors);
  all.set(orderName, { shape: [order.length], values: Int32Array.from(order) });
  const metadata = {
    'losslab.checkpoint': format,
    epoch: String(epoch),
    step: String(step),
    random: encodeJson(random),
    validation: encodeJson(validation),
  };
  return encodeSafetensors({ tensors: all, metadata });
}

/**
 * @param file for the message
 * @throws LossLabError if it is damaged, cut off, or no checkpoint of Loss Lab
 */
export function decodeCheckpoint(bytes: Uint8Array, file: string): Checkpoint {
  try {
    const { tensors, metadata } = decodeSafetensors(bytes);
    const version = metadata['losslab.checkpoint'];
    if (version === undefined) throw new LossLabError(message('Loss Lab did not write it'));
    if (version !== format) throw new LossLabError(message('another version of Loss Lab wrote it'));
    return { ...scalars(metadata), ...arrays(tensors) };
  } catch (error) {
    if (error instanceof LossLabError) throw new LossLabError(problem(file, error.reason));
    throw error;
  }
}

function problem(file: string, reason: Message): Message {
  return message('The checkpoint {file} cannot be used: {reason}.', { file, reason });
}

type Scalars = Pick<Checkpoint, 'epoch' | 'step' | 'random' | 'validation'>;

function scalars(metadata: Readonly<Record<string, string>>): Scalars {
  const read = <T>(name: string, is: (value: unknown) => value is T): T => {
    const value = tryDecodeJson(metadata[name] ?? '');
    if (is(value)) return value;
    throw new LossLabError(message('its entry “{name}” is damaged or cut off', { name }));
  };
  return {
    epoch: read('epoch', isCount),
    step: read('step', isCount),
    random: read('random', isRandomStates),
    validation: read('validation', isHistory),
  };
}

function arrays(all: ReadonlyMap<string, NamedArray>): Pick<Checkpoint, 'tensors' | 'order'> {
  const tensors = new Map<string, SavedTensor>();
  for (const [name, { shape, values }] of all) {
    if (values instanceof Float32Array) tensors.set(name, { shape, values });
  }
  return { tensors, order: Uint32Array.from(all.get(orderName)?.values ?? []) };
}

function isRandomStates(value: unknown): value is Record<string, RandomState> {
  return isObject(value) && Object.values(value).every(isRandomState);
}

function isRandomState(value: unknown): value is RandomState {
  if (!isObject(value)) return false;
  const { words, spareNormal } = value;
  const areWords = Array.isArray(words) && words.length === 4 && words.every(isCount);
  return areWords && (spareNormal === null || typeof spareNormal === 'number');
}

function isHistory(value: unknown): value is ValidationHistory {
  if (!isObject(value)) return false;
  const { best, bestEpoch, mark, markEpoch } = value;
  const areLosses = typeof best === 'number' && typeof mark === 'number';
  return areLosses && isCount(bestEpoch) && isCount(markEpoch);
}
