import { Geometry } from './geometry';

/*
 * Max pooling, four channels at a time; in and out channels are the same. What lies in the padding is
 * left out. A NaN in a window is its maximum, so that a diverged run shows.
 */

/** y = the largest of each window of x. */
export function maxPool(g: Geometry, x: usize, y: usize): void {
  const pixel = (<usize>g.inChannels) << 2;
  const image = <usize>(g.inHeight * g.inWidth) * pixel;
  for (let n = 0; n < g.batch; ++n, x += image) {
    for (let oy = 0; oy < g.outHeight; ++oy) {
      for (let ox = 0; ox < g.outWidth; ++ox, y += pixel) {
        Window.maximum(g, x, oy * g.strideY - g.padTop, ox * g.strideX - g.padLeft, y);
      }
    }
  }
}

/** dx = the sum of dy over the windows in which an element of x is the first that equals the maximum y. */
export function maxPoolGradient(g: Geometry, x: usize, y: usize, dy: usize, dx: usize): void {
  const pixel = (<usize>g.inChannels) << 2;
  const image = <usize>(g.inHeight * g.inWidth) * pixel;
  memory.fill(dx, 0, <usize>g.batch * image);
  for (let n = 0; n < g.batch; ++n, x += image, dx += image) {
    for (let oy = 0; oy < g.outHeight; ++oy) {
      for (let ox = 0; ox < g.outWidth; ++ox, y += pixel, dy += pixel) {
        Window.spread(g, x, oy * g.strideY - g.padTop, ox * g.strideX - g.padLeft, y, dy, dx);
      }
    }
  }
}

class Window {
  @inline
  static maximum(g: Geometry, x: usize, top: i32, left: i32, to: usize): void {
    const pixel = (<usize>g.inChannels) << 2;
    const y0 = max(0, top), y1 = min(g.inHeight, top + g.filterHeight); // prettier-ignore
    const x0 = max(0, left), x1 = min(g.inWidth, left + g.filterWidth); // prettier-ignore
    const vectors = pixel & ~15;
    for (let c: usize = 0; c < pixel; c += c < vectors ? 16 : 4) {
      const all = c < vectors;
      let most = f32x4.splat(-Infinity);
      for (let row = y0; row < y1; ++row) {
        let at = x + <usize>(row * g.inWidth + x0) * pixel + c;
        for (let column = x0; column < x1; ++column, at += pixel) {
          most = f32x4.max(most, all ? v128.load(at) : v128.load32_zero(at));
        }
      }
      if (all) v128.store(to + c, most);
      else f32.store(to + c, f32x4.extract_lane(most, 0));
    }
  }

  @inline
  static spread(g: Geometry, x: usize, top: i32, left: i32, y: usize, dy: usize, dx: usize): void {
    const pixel = (<usize>g.inChannels) << 2;
    const y0 = max(0, top), y1 = min(g.inHeight, top + g.filterHeight); // prettier-ignore
    const x0 = max(0, left), x1 = min(g.inWidth, left + g.filterWidth); // prettier-ignore
    const vectors = pixel & ~15;
    for (let c: usize = 0; c < pixel; c += c < vectors ? 16 : 4) {
      const all = c < vectors;
      const most = all ? v128.load(y + c) : v128.load32_zero(y + c);
      // What is left to be given away: taken from each lane once.
      let rest = all ? v128.load(dy + c) : v128.load32_zero(dy + c);
      for (let row = y0; row < y1; ++row) {
        let at = <usize>(row * g.inWidth + x0) * pixel + c;
        for (let column = x0; column < x1; ++column, at += pixel) {
          const value = all ? v128.load(x + at) : v128.load32_zero(x + at);
          const isMost = f32x4.eq(value, most);
          const share = v128.and(rest, isMost);
          rest = v128.andnot(rest, isMost);
          if (all) v128.store(dx + at, f32x4.add(v128.load(dx + at), share));
          else f32.store(dx + at, f32.load(dx + at) + f32x4.extract_lane(share, 0));
        }
      }
    }
  }
}
