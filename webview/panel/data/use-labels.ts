import { useEffect, useState } from 'preact/hooks';
import { fromBase64 } from '../../../src/base64.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';

/** The classes of a run's validation images; undefined until they are known. @param key of those images */
export function useLabels(run: Run, key: string): Uint8Array | undefined {
  const { ask } = usePage();
  const [known, setKnown] = useState<{ key: string; labels: Uint8Array }>();
  const hasStarted = run.setting !== undefined;
  useEffect(() => {
    let isGone = false;
    if (hasStarted)
      void ask({ type: 'labels', runId: run.identity.id }).then((answer) => {
        if (!isGone && answer.type === 'labels')
          setKnown({ key, labels: fromBase64(answer.labels) });
      });
    return () => (isGone = true);
  }, [key, hasStarted]);
  return known?.key === key ? known.labels : undefined;
}
