import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';
import type { LossSpec } from '../experiment/losses/loss-spec.ts';
import { message, type Message } from '../l10n.ts';
import { failureReason } from './failure.ts';
import { oneHot } from './loss-rows.ts';
import { matrix } from './operations/one.ts';
import { OwnLossError, placeOf, reasonOf } from './own-loss-error.ts';
import { scoped } from './scope.ts';

/** A module as the platform has read it. */
export interface LoadedModule {
  /** Its default export. */
  readonly content: unknown;
  /** SHA-256 of its file, as hexadecimal digits. */
  readonly sha256: string;
}

/** Reads a file as a JavaScript module, anew where it has changed; rejects with what it throws. */
export type LoadModule = (path: string) => Promise<LoadedModule>;

type Called = (...args: readonly unknown[]) => unknown;

/**
 * A loss of a person's own: (tf, labels, logits) => scalar. Labels are one-hot, [rows, classes], as the
 * logits are; a row is an image, or a pixel where every pixel has a class. The scalar is what is minimised.
 */
export class OwnLoss {
  constructor(
    readonly path: string,
    readonly sha256: string,
    readonly call: Called,
  ) {}

  /** Of a batch. @throws OwnLossError if the module throws or gives no scalar */
  value(logits: tf.Tensor2D, labels: Uint8Array): number {
    return scoped(() => this.tensor(logits, labels).dataSync<'float32'>()[0] ?? NaN);
  }

  /** The same, where it was computed. */
  tensor(logits: tf.Tensor2D, labels: Uint8Array): tf.Scalar {
    return this.scalar(hot(labels, logits), logits);
  }

  /** At the logits of a batch, [rows, classes]. @throws OwnLossError as above, or if tfjs finds none */
  gradient(logits: tf.Tensor2D, labels: Uint8Array): tf.Tensor2D {
    return tf.tidy(() => {
      const oneHots = hot(labels, logits);
      try {
        return matrix(tf.grad((z) => this.scalar(oneHots, matrix(z)))(logits));
      } catch (cause) {
        throw this.#withoutGradient(cause);
      }
    });
  }

  /** @throws OwnLossError if the module throws or gives no scalar */
  scalar(labels: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
    const result = this.#result(labels, logits);
    if (!isTensor(result)) throw new OwnLossError(this.path, noTensor(result));
    if (result.size === 1 && result.dtype === 'float32') return tf.reshape(result, []);
    const problem = message(
      'it returns a tensor of shape [{shape}] and type {type}, and a loss is one number of type float32. Reduce it, for instance with tf.mean.',
      { shape: result.shape.join(', '), type: result.dtype },
    );
    throw new OwnLossError(this.path, problem);
  }

  #result(labels: tf.Tensor2D, logits: tf.Tensor2D): unknown {
    try {
      return this.call(tf, labels, logits);
    } catch (cause) {
      if (failureReason(cause)) throw cause;
      const error = { error: reasonOf(cause), place: placeOf(cause, this.path) };
      throw new OwnLossError(this.path, message('it threw “{error}” at {place}.', error), {
        cause,
      });
    }
  }

  #withoutGradient(cause: unknown): unknown {
    if (failureReason(cause)) return cause;
    const problem = message(
      'tfjs finds no gradient of it at the logits ({error}). Compute it from the logits, by operations of tf that have a gradient; argMax, round and comparisons have none.',
      { error: reasonOf(cause) },
    );
    return new OwnLossError(this.path, problem, { cause });
  }
}

/** Undefined for a loss of the catalogue. @throws OwnLossError as `loadOwnLoss` does */
export async function ownLossOf(
  { module }: Pick<LossSpec, 'module'>,
  load: LoadModule,
): Promise<OwnLoss | undefined> {
  return module === null ? undefined : loadOwnLoss(module, load);
}

/** @throws OwnLossError if the file is no module, or has no function to give */
export async function loadOwnLoss(path: string, load: LoadModule): Promise<OwnLoss> {
  const { content, sha256 } = await loaded(path, load);
  if (isCallable(content)) return new OwnLoss(path, sha256, content);
  const problem = message(
    'its default export is no function. Write: export default (tf, labels, logits) => …',
  );
  throw new OwnLossError(path, problem);
}

async function loaded(path: string, load: LoadModule): Promise<LoadedModule> {
  try {
    return await load(path);
  } catch (cause) {
    if (failureReason(cause)) throw cause;
    throw new OwnLossError(path, notLoaded(cause, path), { cause });
  }
}

function notLoaded(cause: unknown, path: string): Message {
  const error = reasonOf(cause);
  if (!(cause instanceof Error) || cause.name !== 'SyntaxError')
    return message('it threw “{error}” at {place}.', { error, place: placeOf(cause, path) });
  return /\b(export|import)\b/.test(error)
    ? message('it is read as CommonJS ({error}). Give it a name that ends with .mjs.', { error })
    : message('it is no JavaScript ({error}). The command node says the line.', { error });
}

function isCallable(value: unknown): value is Called {
  return typeof value === 'function';
}

function isTensor(value: unknown): value is tf.Tensor {
  return value instanceof tf.Tensor;
}

function noTensor(result: unknown): Message {
  return result instanceof Promise
    ? message('it returns a promise. Make it a plain function: nothing is awaited in a step.')
    : message('it returns {type}, and a loss is a scalar of tf. Return a tensor.', {
        type: result === null ? 'null' : typeof result,
      });
}

function hot(labels: Uint8Array, { shape }: tf.Tensor2D): tf.Tensor2D {
  return tf.tensor2d(oneHot(labels, shape[1]), shape);
}
