import {
  hardestCount,
  type BatchEvent,
  type HardestImages,
  type PageEvent,
  type RunEvent,
} from './event.ts';
import { indexOfStep } from './find-step.ts';
import type { HardestSeries, Run } from './run.ts';

export function noHardest(): HardestSeries {
  return { step: [], image: [], loss: [] };
}

export function appendHardest(series: HardestSeries, { step, hardest }: BatchEvent): void {
  if (!hardest) return;
  series.step.push(step);
  for (let i = 0; i < hardestCount; i++) {
    series.image.push(hardest.images[i] ?? -1);
    series.loss.push(hardest.losses[i] ?? NaN);
  }
}

/** Undefined where it is not known. */
export function hardestAt({ hardest }: Run, step: number): HardestImages | undefined {
  const index = indexOfStep(hardest.step, step);
  if (index < 0) return undefined;
  const [from, to] = [index * hardestCount, (index + 1) * hardestCount];
  const images = hardest.image.slice(from, to).filter((image) => image >= 0);
  return { images, losses: hardest.loss.slice(from, from + images.length) };
}

/** What a page gets of an event and of a run: a million batches must take little room in it. */
export function eventForPage(event: RunEvent): PageEvent {
  if (event.type !== 'batch') return event;
  const { type, wallTime, step, loss } = event;
  return { type, wallTime, step, loss };
}

export function runForPage(run: Run): Run {
  return { ...run, batches: { ...run.batches, accuracy: [] }, hardest: noHardest() };
}
