import type { Arm } from '../../../src/insight/verdict/arms.ts';
import { slotOf, type Shown } from '../shown.ts';

/** The colour of an arm is that of its first run. */
export function slotOfArm({ runs: [run] }: Arm, shown: Shown): number {
  return run === undefined ? 0 : slotOf(shown, run);
}
