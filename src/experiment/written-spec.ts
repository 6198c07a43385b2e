import { isObject, type WrittenObject } from './merge-written.ts';
import { named, parseSpec } from './parse-spec.ts';
import type { ExperimentSpec } from './spec.ts';
import { isSame } from '../same.ts';

/** The least that has to be written: what parses to exactly `spec`, with nothing that is the default. */
export function writtenSpec(spec: ExperimentSpec): WrittenObject {
  return withShorthand(least({ ...spec }, (written) => parsesTo(written, spec)));
}

export function parsesTo(written: unknown, spec: ExperimentSpec): boolean {
  const parsed = parseSpec(written);
  return parsed.ok && isSame(parsed.spec, spec);
}

/**
 * Leaves out of `whole` whatever `isEnough` does not miss, from the outside in. What names a part stays
 * as long as anything else of the part does.
 */
export function least(
  whole: WrittenObject,
  isEnough: (written: WrittenObject) => boolean,
): WrittenObject {
  let kept = whole;
  for (const key of Object.keys(whole)) {
    if (key === 'name' || key === 'kind') continue;
    const { [key]: value, ...rest } = kept;
    if (isEnough(rest)) kept = rest;
    else if (isObject(value)) {
      const others = kept;
      kept = { ...kept, [key]: least(value, (part) => isEnough({ ...others, [key]: part })) };
    }
  }
  return kept;
}

/** A part of which only the name is left becomes that name. */
export function withShorthand(written: WrittenObject): WrittenObject {
  const short: Record<string, unknown> = { ...written };
  for (const key of named) {
    const part = short[key];
    if (isObject(part) && Object.keys(part).join() === 'name') short[key] = part['name'];
  }
  return short;
}
