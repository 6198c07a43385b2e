import { useEffect, useState } from 'preact/hooks';
import { fromBase64 } from '../../../src/base64.ts';
import type { Message } from '../../../src/l10n.ts';
import type { Run } from '../../../src/run/run.ts';
import { usePage } from '../../context.ts';

/** The classes of validation images, or why they cannot be had; neither until the host has answered. */
export interface Labels {
  readonly labels?: Uint8Array;
  readonly refusal?: Message;
}

const unknown: Labels = {};

/** @param key of the images: see `validationKey` */
export function useLabels(run: Run, key: string): Labels {
  const { ask } = usePage();
  const [known, setKnown] = useState({ key, of: unknown });
  const hasStarted = run.setting !== undefined;
  useEffect(() => {
    let isGone = false;
    if (hasStarted)
      void ask({ type: 'labels', runId: run.identity.id }).then((answer) => {
        if (isGone) return;
        if (answer.type === 'labels') setKnown({ key, of: { labels: fromBase64(answer.labels) } });
        if (answer.type === 'refused') setKnown({ key, of: { refusal: answer.reason } });
      });
    return () => (isGone = true);
  }, [key, hasStarted]);
  return known.key === key ? known.of : unknown;
}
