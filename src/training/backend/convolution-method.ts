import type { Geometry } from './geometry.ts';

/** Of the convolution of dy with the turned filter that gives the gradient at the inputs. */
export function turnedGeometry(g: Geometry): Geometry {
  return {
    ...g,
    inHeight: g.outHeight,
    inWidth: g.outWidth,
    inChannels: g.outChannels,
    outHeight: g.inHeight,
    outWidth: g.inWidth,
    outChannels: g.inChannels,
    padTop: g.filterHeight - 1 - g.padTop,
    padLeft: g.filterWidth - 1 - g.padLeft,
  };
}

/** Whether the kernels' Winograd takes it, and is the faster one: see bench/kernels.bench.mjs. */
export function isWinograd(g: Geometry): boolean {
  const isThreeByThree = g.filterHeight === 3 && g.filterWidth === 3;
  const isDense = g.strideY === 1 && g.strideX === 1 && g.padTop >= 0 && g.padLeft >= 0;
  const hasChannels = g.inChannels % 4 === 0 && g.inChannels >= 8 && g.outChannels % 8 === 0;
  const fill = (size: number): number => size / (4 * Math.ceil(size / 4));
  return isThreeByThree && isDense && hasChannels && fill(g.outHeight) * fill(g.outWidth) > 0.5;
}
