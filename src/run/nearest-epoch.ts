/** Of epochs in order the last that is not later than one, or the first; undefined for none. */
export function nearestEpoch(epochs: readonly number[], wanted: number): number | undefined {
  return epochs.findLast((epoch) => epoch <= wanted) ?? epochs[0];
}
