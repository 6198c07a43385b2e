/** Where a step stands among the steps of a run, which only rise: found by halves; −1 for none. */
export function indexOfStep(steps: readonly number[], step: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? NaN) < step) low = middle + 1;
    else high = middle;
  }
  return steps[low] === step ? low : -1;
}
