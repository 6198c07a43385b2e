/** Everything that can be given; `help.ts` says what each means. */
export const options = {
  dataset: { type: 'string' },
  model: { type: 'string' },
  activation: { type: 'string' },
  initializer: { type: 'string' },
  'batch-norm': { type: 'string' },
  data: { type: 'string' },
  labels: { type: 'string' },
  masks: { type: 'string' },
  size: { type: 'string' },
  colour: { type: 'boolean' },
  loss: { type: 'string' },
  'loss-module': { type: 'string' },
  reduction: { type: 'string' },
  optimizer: { type: 'string' },
  'learning-rate': { type: 'string' },
  'weight-decay': { type: 'string' },
  l1: { type: 'string' },
  'clip-norm': { type: 'string' },
  schedule: { type: 'string' },
  'warm-up': { type: 'string' },
  'step-every': { type: 'string' },
  'step-factor': { type: 'string' },
  epochs: { type: 'string' },
  'batch-size': { type: 'string' },
  seed: { type: 'string' },
  patience: { type: 'string' },
  fair: { type: 'boolean' },
  set: { type: 'string', multiple: true },
  experiment: { type: 'string' },
  continue: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  catalogue: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What was given for each; true where a value is missing. */
export type Values = {
  readonly [name in Exclude<keyof typeof options, 'set'>]?: string | boolean | undefined;
} & { readonly set?: readonly (string | boolean)[] };

export const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** NaN, which parseSpec refuses, for what is no number. */
export const number = (value: string | boolean | undefined): number | undefined =>
  typeof value !== 'string' ? undefined : value.trim() === '' ? NaN : Number(value);
