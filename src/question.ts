import type { Message } from './l10n.ts';
import type { BatchFigures } from './run/at-step.ts';
import type { SampledRows } from './run/outputs/outputs.ts';
import type { HardestImages } from './run/event.ts';

/* What a page asks the host for: images and predictions are too much to be sent to whoever looks. */

export type Question =
  /** The classes of all validation images, as the run sees them. */
  | { readonly type: 'labels'; readonly runId: string }
  /** Validation images by their places, as the run sees them. */
  | { readonly type: 'examples'; readonly runId: string; readonly images: readonly number[] }
  /** What the run's last checkpoint makes of them. */
  | { readonly type: 'predictions'; readonly runId: string; readonly images: readonly number[] }
  /** What the network gave for the validation set after an epoch, or the last before it that was kept. */
  | { readonly type: 'outputs'; readonly runId: string; readonly epoch: number }
  /** What happened at one step. */
  | { readonly type: 'point'; readonly runId: string; readonly step: number };

/** Images in one question at most. */
export const mostAsked = 100;

export type Answer =
  LabelsAnswer | ExamplesAnswer | PredictionsAnswer | OutputsAnswer | PointAnswer | RefusedAnswer;

/** For whatever cannot be answered; the reason is for the person at the screen. */
export interface RefusedAnswer {
  readonly type: 'refused';
  readonly reason: Message;
}

export interface LabelsAnswer {
  readonly type: 'labels';
  /** Base64 of a class a byte; empty where it is the pixels that have one. */
  readonly labels: string;
}

export interface ExamplesAnswer {
  readonly type: 'examples';
  readonly pictures: Pictures;
}

/** Images in the order in which they were asked for; larger ones than a screen needs are shrunk. */
export interface Pictures {
  readonly count: number;
  readonly height: number;
  readonly width: number;
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: number;
  /** Base64 of count · height · width · channels bytes. */
  readonly pixels: string;
  /** Base64 of a class a byte: count of them, or count · height · width where every pixel has one. */
  readonly labels: string;
}

export interface PredictionsAnswer {
  readonly type: 'predictions';
  /** After which the checkpoint was taken; a run that trains may be further. */
  readonly epoch: number;
  readonly outcome: ClassOutcome | MaskOutcome;
}

export interface ClassOutcome {
  readonly kind: 'classes';
  /** −1 where a logit is NaN. */
  readonly predicted: readonly number[];
  /** Of each class of each image; null where the loss does not read the outputs as probabilities. */
  readonly probabilities: readonly (readonly number[])[] | null;
}

export interface MaskOutcome {
  readonly kind: 'masks';
  /** Base64 of a predicted class a byte, of the size of the pictures; 255 where a logit is NaN. */
  readonly masks: string;
  /** Of each image, the share of its pixels whose class is right. */
  readonly accuracies: readonly number[];
}

/** Of every `stride`-th label of the validation set, from the first on. */
export interface OutputsAnswer extends SampledRows {
  readonly type: 'outputs';
  /** The last of `epochs` that is not later than the asked one; the first if all are. */
  readonly epoch: number;
  /** After which the outputs were kept, in order; 0 is the model as initialised. */
  readonly epochs: readonly number[];
  readonly classes: number;
  /** Base64 of float32, little-endian, [rows, classes] row by row. */
  readonly logits: string;
  /** Base64 of a true class a byte, one a row. */
  readonly labels: string;
}

export interface PointAnswer {
  readonly type: 'point';
  /** What was measured on the batch; null where the run has no such step. */
  readonly batch: BatchFigures | null;
  /** The learning rate of the step; null where the run that it was taken in is gone. */
  readonly rate: number | null;
  /** Null for a run of an earlier version, and where the loss tells only of whole batches. */
  readonly hardest: HardestImages | null;
  /** The hardest as they are in the data set, not augmented; or why they cannot be shown. */
  readonly pictures: ExamplesAnswer | RefusedAnswer | null;
}
