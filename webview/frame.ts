/** Calls `draw` at most once a frame, however often it is asked; not at all while hidden. */
export function oncePerFrame(
  draw: () => void,
  requestFrame: (callback: () => void) => void = (callback) => requestAnimationFrame(callback),
): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestFrame(() => {
      asked = false;
      draw();
    });
  };
}
