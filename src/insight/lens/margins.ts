import { rowCount } from './outputs.ts';
import type { Outputs } from '../../run/outputs/outputs.ts';

/**
 * Logit of the label − the largest other logit, of each row: below 0 the prediction is wrong. NaN where
 * a logit is NaN. By plain loops: it runs for thousands of rows at every move of a slider.
 */
export function marginsOf(outputs: Outputs): Float64Array {
  const margins = new Float64Array(rowCount(outputs));
  for (let row = 0; row < margins.length; row++) margins[row] = marginAt(outputs, row);
  return margins;
}

/** Of one row. */
export function marginAt({ logits, labels, classes }: Outputs, row: number): number {
  const label = labels[row] ?? -1;
  let rival = -Infinity;
  for (let k = 0; k < classes; k++) {
    const z = logits[row * classes + k] ?? NaN;
    if (Number.isNaN(z)) return NaN;
    if (k !== label && z > rival) rival = z;
  }
  return (logits[row * classes + label] ?? NaN) - rival;
}
