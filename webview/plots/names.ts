import { count, message, type Message } from '../../src/l10n.ts';
import type { Run } from '../../src/run/run.ts';

export const epochName = (row: number): Message => message('epoch {epoch}', { epoch: count(row) });

export const validationOf = (run: Run): Message =>
  message('{run}, validation', { run: run.identity.name });

export const trainingOf = (run: Run): Message =>
  message('{run}, training', { run: run.identity.name });
