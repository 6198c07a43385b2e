import { availableParallelism } from 'node:os';
import type { TrainingData } from '../experiment/datasets/dataset.ts';
import { loadModule } from '../platform/node/load-module.ts';
import { applyEvent, newRun } from '../run/reduce.ts';
import type { Run, RunIdentity } from '../run/run.ts';
import type { Backend } from '../training/backend/backend.ts';
import { createBackend } from '../training/backend/create.ts';
import { TrainingControl } from '../training/control.ts';
import { ownLossOf } from '../training/own-loss.ts';
import { train } from '../training/trainer.ts';
import { readData, readWasm } from './inputs.ts';

/** Trains in this process, one after the other, each data set read once. */
export async function* trainEach(
  identities: readonly RunIdentity[],
  root: string,
): AsyncGenerator<Run> {
  const backend = await createBackend(await readWasm(root));
  backend.setThreads(availableParallelism());
  const images = new Map<string, TrainingData>();
  for (const identity of identities) {
    const { dataset } = identity.spec;
    const data = images.get(dataset.name) ?? (await readData(root, dataset, {}));
    images.set(dataset.name, data);
    yield await trained(identity, data, backend);
  }
}

async function trained(identity: RunIdentity, data: TrainingData, backend: Backend): Promise<Run> {
  const { spec } = identity;
  const ownLoss = await ownLossOf(spec.loss, loadModule);
  const run = newRun(identity);
  for await (const event of train(spec, data, new TrainingControl(), backend, { ownLoss }))
    applyEvent(run, event);
  return run;
}
