import type { StartHelper } from '../training/backend/team.ts';
import type { Terminal } from './terminal.ts';

/** What the command is given of the process that it runs in. */
export interface Surroundings {
  readonly terminal: Terminal;
  /** The folder of `media/`, `dist/` and `l10n/`. */
  readonly root: string;
  /** As the environment names it, such as "zh_CN.UTF-8". */
  readonly language: string;
  readonly startHelper?: StartHelper;
  /** How many may compute at once. */
  readonly threads: number;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}
