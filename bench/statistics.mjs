// @ts-check
/** The middle value. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Measures each candidate once a round, so that whatever slows the machine down hits all of them, and
 * prints each one's median and the median of its ratios to the first within a round. Gives the medians.
 * @param {Record<string, () => Promise<number>>} candidates @param {{rounds: number, unit: string}} how
 */
export async function compare(candidates, { rounds, unit }) {
  /** @type {Record<string, number[]>} */
  const measured = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(candidates)) measured[name]?.push(await measure());
  }
  const [first = []] = Object.values(measured);
  /** @type {Record<string, number>} */
  const medians = {};
  for (const [name, values] of Object.entries(measured)) {
    medians[name] = median(values);
    const ratios = values.map((value, round) => value / (first[round] ?? NaN));
    const spread = `${round3(Math.min(...values))} to ${round3(Math.max(...values))}`;
    console.log(
      `  ${name.padEnd(44)} ${round3(median(values)).padStart(9)} ${unit}  × ${median(ratios).toFixed(3)}  (${spread})`,
    );
  }
  return medians;
}

/** @param {number} value */
function round3(value) {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
