import { isObject } from '../../experiment/merge-written.ts';

/** The ids that a page kept with its choices; none for anything else: an older version kept no such thing. */
export function keptRunIds(state: unknown): readonly string[] {
  const ids: unknown = isObject(state) ? state['runIds'] : undefined;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
}
