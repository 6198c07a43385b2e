import type { WrittenObject } from '../experiment/merge-written.ts';
import { parseSpec } from '../experiment/parse-spec.ts';
import type { RunIdentity } from '../run/run.ts';

/** Of a training that is only measured, known by its spec. @throws Error if it is no spec */
export function writtenIdentity(written: WrittenObject, comparison: string): RunIdentity {
  const parsed = parseSpec(written);
  if (!parsed.ok) throw new Error(`${JSON.stringify(written)}: ${JSON.stringify(parsed.errors)}`);
  const { spec } = parsed;
  const name = JSON.stringify(spec);
  return { id: name, name, createdAt: 0, comparison, position: 0, spec };
}
