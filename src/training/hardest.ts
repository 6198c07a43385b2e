import { hardestCount, type HardestImages } from '../run/event.ts';

/**
 * The images of a batch with the largest loss, the hardest first; of equals the one that comes first. A
 * loss that is NaN is harder than any. By plain loops: it runs after every step.
 * @param each the loss of each example: one an image, or as many for each in a row
 * @param chosen the place of each image in the training set
 */
export function hardestOf(each: Float64Array, chosen: Uint32Array): HardestImages {
  const images: number[] = [];
  const losses: number[] = [];
  const perImage = each.length / chosen.length;
  for (let row = 0; row < chosen.length; row++) {
    const loss = meanOf(each, row * perImage, perImage);
    let place = images.length;
    while (place > 0 && isHarder(loss, losses[place - 1] ?? NaN)) place--;
    if (place >= hardestCount) continue;
    images.splice(place, 0, chosen[row] ?? 0);
    losses.splice(place, 0, loss);
    images.length = losses.length = Math.min(hardestCount, losses.length);
  }
  return { images, losses: losses.map(Math.fround) };
}

function isHarder(loss: number, than: number): boolean {
  return loss > than || (Number.isNaN(loss) && !Number.isNaN(than));
}

function meanOf(each: Float64Array, from: number, count: number): number {
  let sum = 0;
  for (let i = from; i < from + count; i++) sum += each[i] ?? NaN;
  return sum / count;
}
