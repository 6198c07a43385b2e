/**
 * The sizes of a convolution or pooling, thirteen i32 that the caller writes into memory. Images are
 * [batch, height, width, channels], filters [height, width, in channels, out channels]; output (y, x)
 * sees the inputs from (y · strideY − padTop, x · strideX − padLeft) on.
 */
@unmanaged
export class Geometry {
  batch: i32;
  inHeight: i32;
  inWidth: i32;
  inChannels: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideY: i32;
  strideX: i32;
  padTop: i32;
  padLeft: i32;
}

/** The bytes of `count` float32, and how far the next area may begin: aligned for a vector. */
export function bytes(count: i32): usize {
  return (((<usize>count) << 2) + 15) & ~15;
}

/** Rows of the padded image that the windows see: padding at the end that none reaches is left out. */
export function paddedHeight(g: Geometry): i32 {
  return (g.outHeight - 1) * g.strideY + g.filterHeight;
}

export function paddedWidth(g: Geometry): i32 {
  return (g.outWidth - 1) * g.strideX + g.filterWidth;
}

/**
 * Copies an image [height, width, pixel] into the middle of a larger one whose borders are 0 already.
 * What does not fit there is left out.
 * @param pixel bytes of a pixel
 * @param pitch bytes of a row of the larger one
 */
export function place(
  image: usize,
  height: i32,
  width: i32,
  pixel: usize,
  to: usize,
  pitch: usize,
  top: i32,
  left: i32,
  toHeight: i32,
  toWidth: i32,
): void {
  const rows = min(height, toHeight - top);
  const row = <usize>width * pixel;
  const length = <usize>min(width, toWidth - left) * pixel;
  let target = to + <usize>top * pitch + <usize>left * pixel;
  for (let y = 0; y < rows; ++y, image += row, target += pitch) {
    memory.copy(target, image, length);
  }
}
