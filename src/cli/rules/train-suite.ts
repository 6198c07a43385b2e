import type { Run } from '../../run/run.ts';
import { trainEach } from '../train-each.ts';
import { writtenIdentity } from '../written-identity.ts';
import type { Case } from './suite.ts';

/** A case and what became of it. */
export interface Trained {
  readonly of: Case;
  readonly run: Run;
}

export async function* trainSuite(cases: readonly Case[], root: string): AsyncGenerator<Trained> {
  let index = 0;
  const identities = cases.map(({ spec }) => writtenIdentity(spec, 'rules'));
  for await (const run of trainEach(identities, root)) {
    const of = cases[index++];
    if (of) yield { of, run };
  }
}
