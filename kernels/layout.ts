/*
 * Parts of pixels put side by side or taken apart: concatenation and slices along the channels. A
 * vector at a time, since `memory.copy` of so few bytes costs more than it moves.
 */

/** Copies `bytes` bytes a row, a multiple of 4, of rows `first` to `end`; the rows lie a pitch apart. */
export function copyRows(
  bytes: usize,
  from: usize,
  fromPitch: usize,
  to: usize,
  toPitch: usize,
  first: i32,
  end: i32,
): void {
  const vectors = bytes & ~15;
  from += <usize>first * fromPitch;
  to += <usize>first * toPitch;
  for (let row = first; row < end; ++row, from += fromPitch, to += toPitch) {
    let at: usize = 0;
    for (; at < vectors; at += 16) v128.store(to + at, v128.load(from + at));
    for (; at < bytes; at += 4) f32.store(to + at, f32.load(from + at));
  }
}

/** to = a + b for vectors `first` to `end` of `count` float32; the last vector may have fewer. */
export function add(count: i32, a: usize, b: usize, to: usize, first: i32, end: i32): void {
  const bytes = (<usize>count) << 2;
  const vectors = min((<usize>end) << 4, bytes & ~15);
  let at = (<usize>first) << 4;
  for (; at < vectors; at += 16) {
    v128.store(to + at, f32x4.add(v128.load(a + at), v128.load(b + at)));
  }
  if ((<usize>end) << 4 < bytes) return;
  for (; at < bytes; at += 4) f32.store(to + at, f32.load(a + at) + f32.load(b + at));
}
