import { count, message, type Message } from '../../src/l10n.ts';

export const epochName = (row: number): Message => message('epoch {epoch}', { epoch: count(row) });

export const stepName = (step: number): Message => message('step {step}', { step: count(step) });
