import { isObject } from '../../experiment/merge-written.ts';
import type { Purpose } from '../purpose.ts';
import { isFolderName } from './guards.ts';

/** Undefined for none, and for one of a later version: the run is worth reading without it. */
export function parsePurpose(value: unknown): Purpose | undefined {
  if (!isObject(value)) return undefined;
  const { kind, of, rule, study, arm } = value;
  switch (kind) {
    case 'sweep':
    case 'fair':
      return { kind };
    case 'remedy':
      return isFolderName(of) && typeof rule === 'string' ? { kind, of, rule } : undefined;
    case 'study':
      return typeof study === 'string' && typeof arm === 'string'
        ? { kind, study, arm }
        : undefined;
    default:
      return undefined;
  }
}
