import type { ExperimentSpec } from '../../../../src/experiment/spec.ts';
import { message, type Figure, type Message } from '../../../../src/l10n.ts';

/** A number, a name, or nothing where it means nothing for a run. */
export type SettingValue = Figure | Message | undefined;

/** One thing that can be chosen for a run, as a column of the list. */
export interface Setting {
  readonly id: string;
  readonly label: Message;
  readonly of: (spec: ExperimentSpec) => SettingValue;
  /** Left out: all runs. Else what makes it a difference at all: only the runs that have it alike. */
  readonly among?: (spec: ExperimentSpec) => string;
}

/** Digits and names that are the same in every language. */
export const plain = (text: string): Message => message('{text}', { text });
