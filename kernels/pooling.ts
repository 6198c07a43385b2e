import { Geometry } from './geometry';

/*
 * Max pooling, four channels at a time; in and out channels are the same. What lies in the padding is
 * left out. A NaN in a window is its maximum, so that a diverged run shows.
 */

/** y = the largest of each window of x, for images `first` to `end`. */
export function maxPool(g: Geometry, x: usize, y: usize, first: i32, end: i32): void {
  const pixel = (<usize>g.inChannels) << 2;
  const image = <usize>(g.inHeight * g.inWidth) * pixel;
  const isSquare = isSquares(g);
  x += <usize>first * image;
  y += <usize>(first * g.outHeight * g.outWidth) * pixel;
  for (let n = first; n < end; ++n, x += image) {
    for (let oy = 0; oy < g.outHeight; ++oy) {
      for (let ox = 0; ox < g.outWidth; ++ox, y += pixel) {
        const top = oy * g.strideY - g.padTop;
        const left = ox * g.strideX - g.padLeft;
        if (isSquare && isInside(g, top, left)) Square.maximum(g, x, top, left, y);
        else Window.maximum(g, x, top, left, y);
      }
    }
  }
}

/**
 * dx = the sum of dy over the windows in which an element of x is the first that equals the maximum y,
 * for images `first` to `end`.
 */
export function maxPoolGradient(
  g: Geometry,
  x: usize,
  y: usize,
  dy: usize,
  dx: usize,
  first: i32,
  end: i32,
): void {
  const pixel = (<usize>g.inChannels) << 2;
  const image = <usize>(g.inHeight * g.inWidth) * pixel;
  const isSquare = isSquares(g);
  const outputs = <usize>(first * g.outHeight * g.outWidth) * pixel;
  x += <usize>first * image;
  dx += <usize>first * image;
  y += outputs;
  dy += outputs;
  memory.fill(dx, 0, <usize>(end - first) * image);
  for (let n = first; n < end; ++n, x += image, dx += image) {
    for (let oy = 0; oy < g.outHeight; ++oy) {
      for (let ox = 0; ox < g.outWidth; ++ox, y += pixel, dy += pixel) {
        const top = oy * g.strideY - g.padTop;
        const left = ox * g.strideX - g.padLeft;
        if (isSquare && isInside(g, top, left)) Square.spread(g, x, top, left, y, dy, dx);
        else Window.spread(g, x, top, left, y, dy, dx);
      }
    }
  }
}

/** Whether the windows are 2x2 and disjoint, the usual case, which goes without loops over a window. */
function isSquares(g: Geometry): bool {
  const isDisjoint = g.strideY >= 2 && g.strideX >= 2;
  return g.filterHeight == 2 && g.filterWidth == 2 && isDisjoint && g.inChannels % 4 == 0;
}

function isInside(g: Geometry, top: i32, left: i32): bool {
  return top >= 0 && left >= 0 && top + 1 < g.inHeight && left + 1 < g.inWidth;
}

class Square {
  @inline
  static maximum(g: Geometry, x: usize, top: i32, left: i32, to: usize): void {
    const pixel = (<usize>g.inChannels) << 2;
    const row = <usize>g.inWidth * pixel;
    let at = x + <usize>top * row + <usize>left * pixel;
    for (const end = at + pixel; at < end; at += 16, to += 16) {
      const above = f32x4.max(v128.load(at), v128.load(at + pixel));
      const below = f32x4.max(v128.load(at + row), v128.load(at + row + pixel));
      v128.store(to, f32x4.max(above, below));
    }
  }

  @inline
  static spread(g: Geometry, x: usize, top: i32, left: i32, y: usize, dy: usize, dx: usize): void {
    const pixel = (<usize>g.inChannels) << 2;
    const row = <usize>g.inWidth * pixel;
    let at = <usize>top * row + <usize>left * pixel;
    for (const end = at + pixel; at < end; at += 16, y += 16, dy += 16) {
      const most = v128.load(y);
      let rest = v128.load(dy);
      rest = Square.give(x, dx, at, most, rest);
      rest = Square.give(x, dx, at + pixel, most, rest);
      rest = Square.give(x, dx, at + row, most, rest);
      Square.give(x, dx, at + row + pixel, most, rest);
    }
  }

  /** What is left of dy goes to an element that equals the maximum; gives what is then left. */
  @inline
  static give(x: usize, dx: usize, at: usize, most: v128, rest: v128): v128 {
    const isMost = f32x4.eq(v128.load(x + at), most);
    v128.store(dx + at, v128.and(rest, isMost));
    return v128.andnot(rest, isMost);
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
