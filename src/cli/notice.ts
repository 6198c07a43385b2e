import type { Translator } from '../l10n.ts';
import type { Run } from '../run/run.ts';
import type { Terminal } from './terminal.ts';

/** Says once why a run is not on the fast backend. */
export function warnOfNotice({ setting }: Run, terminal: Terminal, t: Translator): void {
  if (setting?.notice) terminal.warn(`${t(setting.notice)}\n`);
}
