import { fromBase64 } from '../../src/base64.ts';
import type { Outputs } from '../../src/run/outputs/outputs.ts';
import type { Message } from '../../src/l10n.ts';
import type { OutputsAnswer } from '../../src/question.ts';
import type { Ask } from '../questions.ts';

/** Epochs of runs kept at most: some ten megabytes. */
const mostKept = 128;

/** What runs made of their validation labels, each epoch asked for once. */
export class OutputsCache {
  readonly #outputs = new Map<string, Outputs>();
  readonly #epochs = new Map<string, readonly number[]>();
  readonly #refusals = new Map<string, Message>();
  readonly #asked = new Map<string, Promise<void>>();

  constructor(readonly ask: Ask) {}

  /** The epochs that a run has kept, as far as is known. */
  epochsOf(runId: string): readonly number[] {
    return this.#epochs.get(runId) ?? [];
  }

  /** Why a run has none. */
  refusalOf(runId: string): Message | undefined {
    return this.#refusals.get(runId);
  }

  get(runId: string, epoch: number): Outputs | undefined {
    return this.#outputs.get(keyOf(runId, epoch));
  }

  /** Asks unless it is there or on its way. */
  load(runId: string, epoch: number): Promise<void> {
    const key = keyOf(runId, epoch);
    if (this.#outputs.has(key)) return Promise.resolve();
    const asked = this.#asked.get(key) ?? this.#fetch(runId, epoch);
    this.#asked.set(key, asked);
    return asked;
  }

  async #fetch(runId: string, epoch: number): Promise<void> {
    const answer = await this.ask({ type: 'outputs', runId, epoch });
    this.#asked.delete(keyOf(runId, epoch));
    if (answer.type === 'refused') this.#refusals.set(runId, answer.reason);
    if (answer.type !== 'outputs') return;
    this.#refusals.delete(runId);
    this.#epochs.set(runId, answer.epochs);
    this.#keep(keyOf(runId, answer.epoch), answer);
  }

  #keep(key: string, answer: OutputsAnswer): void {
    if (this.#outputs.has(key)) return;
    this.#outputs.set(key, unpackOutputs(answer));
    const [oldest] = this.#outputs.keys();
    if (this.#outputs.size > mostKept && oldest !== undefined) this.#outputs.delete(oldest);
  }
}

const keyOf = (runId: string, epoch: number): string => `${epoch} ${runId}`;

/** A browser's numbers are little endian too, wherever VS Code runs. */
export function unpackOutputs({ logits, labels, ...rest }: OutputsAnswer): Outputs {
  const { epoch, classes, stride, labelsPerImage } = rest;
  return {
    ...{ epoch, classes, stride, labelsPerImage },
    logits: new Float32Array(fromBase64(logits).buffer),
    labels: fromBase64(labels),
  };
}
