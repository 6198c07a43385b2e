import type { Reading } from '../../insight/studies/judge.ts';

/** Whether an expectation held; a dot for what was not judged. */
export function markOf({ holds }: Reading): string {
  if (holds === null) return '·';
  return holds ? '✓' : '✗';
}
