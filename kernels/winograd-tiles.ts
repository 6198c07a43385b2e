import { place } from './geometry';
import { Transform } from './winograd-transforms';

/** Elements of a transformed tile: 6 by 6. */
export const ELEMENTS = 36;
export const OUTPUT = 4;
export const INPUT = 6;

/** Tiles taken together, so that the filters, too large for the nearest cache, are read less often. */
const TILES_TOGETHER = 48;

/** Tiles along a side of `size` outputs. */
export function tiles(size: i32): i32 {
  return (size + OUTPUT - 1) / OUTPUT;
}

/** Images whose tiles are taken together. */
export function imagesTogether(batch: i32, height: i32, width: i32): i32 {
  return min(batch, max(1, TILES_TOGETHER / (tiles(height) * tiles(width))));
}

/**
 * The tiles of an image in the transformed domain, [36][rows][channels].
 * @param image [height, width, channels], put at (top, left) of a canvas of zeros
 * @param to the first tile's row; each element lies `plane` bytes after the last
 * @param transform 0 for Bᵀ d of 6x6 inputs, 1 for A dy of 4x4 outputs
 */
export function transformImage(
  transform: i32,
  image: usize,
  height: i32,
  width: i32,
  channels: i32,
  top: i32,
  left: i32,
  tilesY: i32,
  tilesX: i32,
  canvas: usize,
  to: usize,
  plane: usize,
  scratch: usize,
): void {
  const pixel = (<usize>channels) << 2;
  const border = transform == 0 ? INPUT - OUTPUT : 0;
  const canvasHeight = tilesY * OUTPUT + border;
  const canvasWidth = tilesX * OUTPUT + border;
  const pitch = <usize>canvasWidth * pixel;
  place(image, height, width, pixel, canvas, pitch, top, left, canvasHeight, canvasWidth);
  for (let y = 0; y < tilesY; ++y) {
    let tile = canvas + <usize>(y * OUTPUT) * pitch;
    for (let x = 0; x < tilesX; ++x, tile += <usize>OUTPUT * pixel, to += pixel) {
      for (let c: usize = 0; c < pixel; c += 16) {
        if (transform == 0) Tiles.input(tile + c, pixel, pitch, to + c, plane, scratch);
        else Tiles.gradient(tile + c, pixel, pitch, to + c, plane, scratch);
      }
    }
  }
}

/** The two-dimensional transforms: columns into scratch, then rows out of it. */
export class Tiles {
  @inline
  static input(
    from: usize,
    pixel: usize,
    pitch: usize,
    to: usize,
    plane: usize,
    scratch: usize,
  ): void {
    for (let x: usize = 0; x < <usize>INPUT; ++x) {
      Transform.input(from + x * pixel, pitch, scratch + (x << 4), (<usize>INPUT) << 4);
    }
    for (let y: usize = 0; y < <usize>INPUT; ++y) {
      Transform.input(
        scratch + ((y * <usize>INPUT) << 4),
        16,
        to + y * <usize>INPUT * plane,
        plane,
      );
    }
  }

  @inline
  static gradient(
    from: usize,
    pixel: usize,
    pitch: usize,
    to: usize,
    plane: usize,
    scratch: usize,
  ): void {
    for (let x: usize = 0; x < <usize>OUTPUT; ++x) {
      Transform.gradient(from + x * pixel, pitch, scratch + (x << 4), (<usize>OUTPUT) << 4);
    }
    for (let y: usize = 0; y < <usize>INPUT; ++y) {
      Transform.gradient(
        scratch + ((y * <usize>OUTPUT) << 4),
        16,
        to + y * <usize>INPUT * plane,
        plane,
      );
    }
  }

  /** @param to [4][4] vectors */
  @inline
  static output(from: usize, plane: usize, to: usize, scratch: usize): void {
    for (let x: usize = 0; x < <usize>INPUT; ++x) {
      Transform.output(
        from + x * plane,
        <usize>INPUT * plane,
        scratch + (x << 4),
        (<usize>INPUT) << 4,
      );
    }
    for (let y: usize = 0; y < <usize>OUTPUT; ++y) {
      Transform.output(
        scratch + ((y * <usize>INPUT) << 4),
        16,
        to + ((y * <usize>OUTPUT) << 4),
        16,
      );
    }
  }
}
