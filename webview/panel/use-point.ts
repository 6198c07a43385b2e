import { useEffect, useState } from 'preact/hooks';
import type { Message } from '../../src/l10n.ts';
import type { PointAnswer } from '../../src/question.ts';
import { usePage } from '../context.ts';
import type { Point } from './point.ts';

/** What the host knows of a step; neither until it has answered. */
export interface PointState {
  readonly answer?: PointAnswer;
  readonly refusal?: Message;
}

export function usePoint({ runId, step }: Point): PointState {
  const { ask } = usePage();
  const [state, setState] = useState<PointState>({});
  useEffect(() => {
    let isGone = false;
    void ask({ type: 'point', runId, step }).then((answer) => {
      if (isGone) return;
      if (answer.type === 'point') setState({ answer });
      if (answer.type === 'refused') setState({ refusal: answer.reason });
    });
    return () => (isGone = true);
  }, [runId, step]);
  return state;
}
