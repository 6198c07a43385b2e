import type { Pair } from '../arms.ts';
import type { Decision } from '../decision.ts';
import { demirkaya } from './demirkaya.ts';
import { ghosh } from './ghosh.ts';
import { glorotBengio } from './glorot-bengio.ts';
import { golik } from './golik.ts';
import { guo } from './guo.ts';
import { huiBelkin } from './hui-belkin.ts';
import { lin } from './lin.ts';
import { muller } from './muller.ts';
import { stanceOf, type Stance, type Work } from './work.ts';
import { zhangSabuncu } from './zhang-sabuncu.ts';

export const works: readonly Work[] = [golik, glorotBengio, huiBelkin, demirkaya, ghosh, zhangSabuncu, guo, muller, lin]; // prettier-ignore

export interface Cited {
  readonly work: Work;
  readonly stance: Stance;
}

/** What was published on such a pair, and what these runs say to it. */
export function citedFor(pair: Pair, decision: Decision): Cited[] {
  return works.flatMap((work) => {
    const expected = work.expects(pair);
    return expected ? [{ work, stance: stanceOf(expected, decision) }] : [];
  });
}
