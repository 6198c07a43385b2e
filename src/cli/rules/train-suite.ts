import { availableParallelism } from 'node:os';
import { parseSpec } from '../../experiment/parse-spec.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import { loadModule } from '../../platform/node/load-module.ts';
import { applyEvent, newRun } from '../../run/reduce.ts';
import type { Run } from '../../run/run.ts';
import type { Backend } from '../../training/backend/backend.ts';
import { createBackend } from '../../training/backend/create.ts';
import { TrainingControl } from '../../training/control.ts';
import { loadOwnLoss } from '../../training/own-loss.ts';
import { train } from '../../training/trainer.ts';
import type { TrainingData } from '../../experiment/datasets/dataset.ts';
import { readData, readWasm } from '../inputs.ts';
import type { Case } from './suite.ts';

/** A case and what became of it. */
export interface Trained {
  readonly of: Case;
  readonly run: Run;
}

/** One after the other, each data set read once. */
export async function* trainSuite(cases: readonly Case[], root: string): AsyncGenerator<Trained> {
  const backend = await createBackend(await readWasm(root));
  backend.setThreads(availableParallelism());
  const images = new Map<string, TrainingData>();
  for (const of of cases) {
    const spec = specOf(of);
    const data = images.get(spec.dataset.name) ?? (await readImages(root, spec));
    images.set(spec.dataset.name, data);
    yield { of, run: await trained(spec, data, backend) };
  }
}

function specOf({ spec }: Case): ExperimentSpec {
  const parsed = parseSpec(spec);
  if (parsed.ok) return parsed.spec;
  throw new Error(`${JSON.stringify(spec)}: ${JSON.stringify(parsed.errors)}`);
}

function readImages(root: string, { dataset }: ExperimentSpec): Promise<TrainingData> {
  return readData(root, dataset, {});
}

async function trained(spec: ExperimentSpec, data: TrainingData, backend: Backend): Promise<Run> {
  const { module } = spec.loss;
  const ownLoss = module === null ? undefined : await loadOwnLoss(module, loadModule);
  const name = JSON.stringify(spec);
  const run = newRun({ id: name, name, createdAt: 0, comparison: 'rules', position: 0, spec });
  for await (const event of train(spec, data, new TrainingControl(), backend, { ownLoss }))
    applyEvent(run, event);
  return run;
}
