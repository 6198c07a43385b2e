import { parseSpec } from '../../experiment/parse-spec.ts';
import type { Run, RunIdentity } from '../../run/run.ts';
import { trainEach } from '../train-each.ts';
import type { Case } from './suite.ts';

/** A case and what became of it. */
export interface Trained {
  readonly of: Case;
  readonly run: Run;
}

export async function* trainSuite(cases: readonly Case[], root: string): AsyncGenerator<Trained> {
  let index = 0;
  for await (const run of trainEach(cases.map(identityOf), root)) {
    const of = cases[index++];
    if (of) yield { of, run };
  }
}

function identityOf({ spec: written }: Case): RunIdentity {
  const parsed = parseSpec(written);
  if (!parsed.ok) throw new Error(`${JSON.stringify(written)}: ${JSON.stringify(parsed.errors)}`);
  const { spec } = parsed;
  const name = JSON.stringify(spec);
  return { id: name, name, createdAt: 0, comparison: 'rules', position: 0, spec };
}
