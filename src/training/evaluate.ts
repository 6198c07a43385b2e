import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { inOrder } from './batches.ts';
import type { Network } from './network.ts';
import { Tally } from './tally.ts';

/** Images that are looked at together. */
const batchSize = 100;

/** Measures the network on the whole validation set. */
export function evaluate(network: Network, { validation, classes }: TrainingData): Tally {
  const tally = new Tally(classes);
  for (const batch of inOrder(validation, batchSize)) {
    tally.add(network.measure(batch));
  }
  return tally;
}
