import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { stepsPerEpoch, type ExperimentSpec } from '../experiment/spec.ts';
import type { Message } from '../l10n.ts';
import type { BatchEvent } from '../run/event.ts';
import type { Device } from './backend/device.ts';
import type { Batch } from './batches.ts';
import { divergenceOfStep } from './divergence.ts';
import { EpochAccount } from './epoch-account.ts';
import { hardestOf } from './hardest.ts';
import { labelDoubtFor, type LabelDoubt } from './label-doubt.ts';
import type { Network, NetworkStep } from './network.ts';
import { scaleOf, Tally } from './tally.ts';
import { updateRule, type UpdateRule } from './update-rule.ts';

/** What a step gave, but for when it was told. */
export type StepReport = Pick<BatchEvent, 'loss' | 'accuracy' | 'hardest'>;

/** A step that a device is taking. */
export interface SubmittedStep {
  readonly result: Promise<NetworkStep>;
  /** Its images and labels have been handed on. */
  readonly batch: Pick<Batch, 'chosen'>;
  /** When, in milliseconds. */
  readonly at: number;
}

/** Takes the steps of a training one after the other, and adds up what they give over an epoch. */
export class Steps {
  /** Those that have been told of. */
  done = 0;
  /** Why the last one that was told has made the training diverge, if it has. */
  divergence: Message | undefined;

  /** Undefined where no label can be doubted. */
  readonly doubt: LabelDoubt | undefined;
  #account: EpochAccount;
  /** Those that were taken or are under way. */
  #begun = 0;
  /** When the last one was told, in milliseconds. */
  #toldAt = 0;

  constructor(
    readonly spec: ExperimentSpec,
    readonly data: TrainingData,
    readonly network: Network,
  ) {
    this.doubt = labelDoubtFor(spec, data);
    this.#account = this.#newAccount();
  }

  /** Of the epoch that is under way, or has ended. */
  get account(): EpochAccount {
    return this.#account;
  }

  beginEpoch(): void {
    this.#account = this.#newAccount();
    this.doubt?.begin();
  }

  /** As if so many had been taken. */
  goOnFrom(step: number): void {
    this.done = this.#begun = step;
  }

  take(batch: Batch): StepReport {
    const start = performance.now();
    const { rule, bins } = this.#begin();
    const step = this.network.step(batch, rule, bins, this.doubt);
    return this.#report(step, batch, (performance.now() - start) / 1000);
  }

  /** Hands a step to a device; `tell` says what it gave, in the order of the steps. */
  submit(batch: Batch, device: Device): SubmittedStep {
    const at = performance.now();
    const { rule, bins } = this.#begin();
    const result = this.network.submit(batch, rule, device, bins, this.doubt);
    // Whoever stops listening to the training does not wait for what is under way.
    result.catch(() => undefined);
    return { batch, result, at };
  }

  /** The time of a step is that since it was submitted, or since the one before was told. */
  async tell({ result, batch, at }: SubmittedStep): Promise<StepReport> {
    const step = await result;
    const from = Math.max(at, this.#toldAt);
    this.#toldAt = performance.now();
    return this.#report(step, batch, (this.#toldAt - from) / 1000);
  }

  /** The rule of the next step, and the histograms if it goes into them. */
  #begin(): { rule: UpdateRule; bins: readonly Float64Array[] | undefined } {
    const { optimizer, epochs } = this.spec;
    this.#begun += 1;
    const perEpoch = stepsPerEpoch(this.spec, this.data.train.count);
    const rule = updateRule(optimizer, this.#begun, perEpoch, epochs);
    return { rule, bins: this.#account.binsFor(this.#begun) };
  }

  #report(step: NetworkStep, { chosen }: Pick<Batch, 'chosen'>, seconds: number): StepReport {
    this.done += 1;
    this.#account.add(step, seconds);
    const { measured, layers } = step;
    const { sum, examples, each } = measured.objective;
    const loss = Math.fround(this.network.objective.batchFactor(examples) * sum);
    const { learningRate } = this.spec.optimizer;
    this.divergence = divergenceOfStep(this.done, loss, layers, learningRate);
    const accuracy = Math.fround(measured.rulers.correct / measured.rulers.count);
    const hardest = each && chosen && hardestOf(each, chosen);
    return { loss, accuracy, ...(hardest && { hardest }) };
  }

  #newAccount(): EpochAccount {
    const tally = new Tally(this.data.classes, scaleOf(this.spec));
    return new EpochAccount(this.network.layers.length, tally);
  }
}
