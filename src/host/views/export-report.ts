import { LossLabError } from '../../error.ts';
import { message } from '../../l10n.ts';
import type { Panel } from './panel.ts';

/** Milliseconds that a page may take to show its runs: in a browser it can take more than one. */
const patience = 30_000;

/**
 * *Export Report…*: shows the panel and has its page make the report, as its own menu does; it comes as a
 * file to be saved.
 * @throws LossLabError if there are no runs or no page comes
 */
export async function exportReport(panel: Pick<Panel, 'show' | 'runs' | 'channel'>): Promise<void> {
  panel.show();
  if (panel.runs.length === 0) throw new LossLabError(message('There are no runs to report on. Start a comparison first.')); // prettier-ignore
  const until = Date.now() + patience;
  while (panel.channel !== undefined && !panel.channel.isListening) {
    if (Date.now() > until) throw new LossLabError(message('The panel does not open, so there is no report. Close it and try again.')); // prettier-ignore
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  panel.channel?.askForReport();
}
