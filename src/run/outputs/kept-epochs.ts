/** Steps between the epochs that are kept, at most: with the first they are one more. */
const mostSteps = 100;

/** The epochs, 0 included, after which the outputs of a run of `epochs` are kept: all, or 101 spread evenly. */
export function keptEpochs(epochs: number): readonly number[] {
  const steps = Math.min(epochs, mostSteps);
  return Array.from({ length: steps + 1 }, (_, i) =>
    steps === 0 ? 0 : Math.round((i * epochs) / steps),
  );
}
