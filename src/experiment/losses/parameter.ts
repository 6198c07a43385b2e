import type { Message } from '../../l10n.ts';

/** A number that shapes a loss, with the value that it has unless a spec says otherwise. */
export interface Parameter {
  readonly label: Message;
  /** As it stands in the formula: a letter, for text and TeX. */
  readonly symbol: string;
  readonly preset: number;
  readonly minimum: number;
  readonly maximum: number;
}

/** A value for each parameter. */
export type Values<P extends string = string> = Readonly<Record<P, number>>;

/** The presets. */
export function presets<P extends string>(parameters: Readonly<Record<P, Parameter>>): Values<P>;
export function presets(parameters: Readonly<Record<string, Parameter>>): Values {
  return Object.fromEntries(Object.entries(parameters).map(([name, { preset }]) => [name, preset]));
}
