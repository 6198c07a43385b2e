import type * as z from 'zod/mini';
import type { Message } from '../../l10n.ts';

/** Where a training is before a step. */
export interface Progress {
  /** Whole epochs done, those of the warm-up included, as the field counts milestones. */
  readonly epochs: number;
  /** Of the steps after the warm-up, the part that is done: from 0 to below 1. */
  readonly part: number;
}

/** How the learning rate changes in the course of a training. `Own` are the settings that it has. */
export interface Schedule<Own> {
  readonly label: Message;
  /** The rate as TeX, η₀ what the optimizer's learning rate says. */
  readonly formula: string;
  readonly use: Message;
  readonly source: string;
  /** The schema of each own setting, with its default. */
  readonly settings: { readonly [name in keyof Own]: z.ZodMiniType<Own[name]> };
  /** What the optimizer's learning rate is multiplied by, 0 to 1. */
  readonly factor: (progress: Progress, own: Own) => number;
}
