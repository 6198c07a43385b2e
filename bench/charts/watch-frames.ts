export const nextFrame = (): Promise<number> =>
  new Promise((resolve) => requestAnimationFrame(resolve));

/** Milliseconds between the frames of the page, from now until `end`. */
export function watchFrames(): { end: () => number[] } {
  const at: number[] = [];
  let goesOn = true;
  const next = (now: number): void => {
    at.push(now);
    if (goesOn) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return {
    end: () => {
      goesOn = false;
      return at.slice(1).map((now, i) => now - (at[i] ?? now));
    },
  };
}
