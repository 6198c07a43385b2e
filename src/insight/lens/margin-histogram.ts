/** Counts of margins in bins of one width from −reach to reach; the outermost hold all beyond as well. */
export interface MarginHistogram {
  readonly counts: readonly number[];
  /** How many lie beyond −reach and reach, and are counted in the outermost bins. */
  readonly below: number;
  readonly above: number;
  /** Rows whose margin is NaN; in no bin. */
  readonly invalid: number;
}

/** A margin between two bins is in the right one. */
export function marginHistogram(
  margins: Float64Array,
  reach: number,
  width: number,
): MarginHistogram {
  const counts = new Array<number>(Math.round((2 * reach) / width)).fill(0);
  let [below, above, invalid] = [0, 0, 0];
  for (const margin of margins) {
    if (Number.isNaN(margin)) {
      invalid++;
      continue;
    }
    if (margin < -reach) below++;
    if (margin >= reach) above++;
    const bin = Math.floor((margin + reach) / width);
    const within = Math.max(0, Math.min(counts.length - 1, bin));
    counts[within] = (counts[within] ?? 0) + 1;
  }
  return { counts, below, above, invalid };
}
