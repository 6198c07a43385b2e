import { mergeWritten } from '../../experiment/merge-written.ts';
import { inFull, parseSpec } from '../../experiment/parse-spec.ts';
import type { ExperimentSpec } from '../../experiment/spec.ts';
import type { Remedy } from '../rules/rule.ts';

/** The same experiment with only the remedy's change; undefined where it is nothing that a spec says. */
export function remediedSpec(spec: ExperimentSpec, { change }: Remedy): ExperimentSpec | undefined {
  if (change === null) return undefined;
  const parsed = parseSpec(inFull(mergeWritten(inFull(spec), inFull(change))));
  return parsed.ok ? parsed.spec : undefined;
}
