import { encodeJson } from '../../src/run/json.ts';
import { batchAt } from './data.ts';

/* A worker that makes what the host would send, so that making it is not measured. */

onmessage = ({ data: { from, planned, rate, seconds, sequence } }) => {
  const each = rate / 10;
  let sent = 0;
  const timer = setInterval(() => {
    const changes = Array.from({ length: each }, (_, i) => ({
      runId: 'run-0',
      event: batchAt(from + sent * each + i, 0, planned),
    }));
    sent++;
    postMessage(encodeJson({ type: 'changes', sequence: sequence + sent * each, changes }));
    if (sent >= 10 * seconds) clearInterval(timer);
  }, 100);
};
