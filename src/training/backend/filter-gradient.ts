import { isWinograd } from './convolution-method.ts';
import type { Geometry } from './geometry.ts';
import { partsOf } from './task.ts';
import { cut, type WasmHost } from './wasm-host.ts';

/** Sums of products that a part of the direct gradient takes at least. */
const leastWork = 2 ** 17;
/** Tiles that a part of Winograd's gradient takes at least: its sums are 36 times the filter. */
const leastTiles = 64;
const mostWinogradParts = 4;

/**
 * The gradient at a convolution's filter, summed over the images of a part and then over the parts.
 * @param x images, dy of the outputs' shape, dw of the filter's: addresses
 */
export function filterGradient(
  host: WasmHost,
  geometry: Geometry,
  x: number,
  dy: number,
  dw: number,
): void {
  if (isWinograd(geometry)) winograd(host, geometry, x, dy, dw);
  else direct(host, geometry, x, dy, dw);
}

function direct(host: WasmHost, geometry: Geometry, x: number, dy: number, dw: number): void {
  const { kernels } = host;
  const { batch, outHeight, outWidth, filterHeight, filterWidth } = geometry;
  const count = filterHeight * filterWidth * geometry.inChannels * geometry.outChannels;
  const cutting = cut(batch, leastWork / (count * outHeight * outWidth));
  const g = host.write(geometry);
  const bytes = kernels.convolutionFilterGradientBytes(g);
  const [parts = 0, scratch = 0] = host.scratch.reserve(
    4 * count * partsOf(cutting),
    host.forAll(bytes),
  );
  const operands = [g, x, dy, parts, cutting.perPart];
  host.each('convolutionFilterGradient', operands, cutting, scratch, bytes);
  kernels.addParts(count, parts, partsOf(cutting), dw);
}

function winograd(host: WasmHost, geometry: Geometry, x: number, dy: number, dw: number): void {
  const { kernels } = host;
  const { batch, inChannels, outChannels } = geometry;
  const tiles = batch * Math.ceil(geometry.outHeight / 4) * Math.ceil(geometry.outWidth / 4);
  const number = Math.max(1, Math.min(mostWinogradParts, Math.floor(tiles / leastTiles)));
  const cutting = { units: batch, perPart: Math.ceil(batch / number) };
  const g = host.write(geometry);
  const bytes = kernels.winogradFilterGradientBytes(g);
  const [parts = 0, scratch = 0] = host.scratch.reserve(
    kernels.winogradSumsBytes(g) * partsOf(cutting),
    host.forAll(bytes),
  );
  const operands = [g, x, dy, parts, cutting.perPart];
  host.each('winogradFilterGradient', operands, cutting, scratch, bytes);
  const vectors = cut((inChannels * outChannels) / 4, 64);
  const end = [g, parts, partsOf(cutting), dw];
  host.each('winogradFilterGradientEnd', end, vectors, scratch, bytes);
}
