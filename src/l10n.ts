/**
 * Every sentence that a person reads is a `Message`: its English text, which is also the key of
 * its translations in `l10n/`, and what fills its `{places}`. Pure layers make messages; only the
 * edges (host, page, terminal) turn them into text.
 */
export interface Message {
  readonly text: string;
  readonly args?: MessageArgs;
}

export type MessageArgs = Readonly<Record<string, MessageArg>>;
export type MessageArg = string | number | Figure | Message;

/** A number with the way it is written: 0.812 as a percent is "81.2 %". */
export interface Figure {
  readonly value: number;
  readonly format: FigureFormat;
}

export type FigureFormat = 'count' | 'percent' | 'loss' | 'live' | 'ratio' | 'seconds';

/** English text → text in the reader's language: the content of an `l10n/bundle.l10n.*.json`. */
export type Bundle = Readonly<Record<string, string>>;

export interface Translator {
  (message: Message): string;
  figure(value: number, format: FigureFormat): string;
  /** For what is written with other digits than a figure, such as the ticks of an axis. */
  number(value: number, options: Intl.NumberFormatOptions): string;
  readonly locale: string;
}

export function message(text: string, args?: MessageArgs): Message {
  return args === undefined ? { text } : { text, args };
}

export const count = (value: number): Figure => ({ value, format: 'count' });
export const percent = (value: number): Figure => ({ value, format: 'percent' });
export const loss = (value: number): Figure => ({ value, format: 'loss' });
export const ratio = (value: number): Figure => ({ value, format: 'ratio' });
export const seconds = (value: number): Figure => ({ value, format: 'seconds' });

export function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'text' in value;
}

/** "a, b, c" in the reader's own separators; undefined for nothing. */
export function listing<T extends MessageArg>(items: readonly T[]): T | Message | undefined {
  return items.reduceRight<T | Message | undefined>(
    (rest, first) => (rest === undefined ? first : message('{first}, {rest}', { first, rest })),
    undefined,
  );
}

/** Sentences, or parts of a line, one after the other. */
export function joined(items: readonly Message[]): Message | undefined {
  return items.reduceRight<Message | undefined>(
    (rest, first) => (rest === undefined ? first : message('{first} · {rest}', { first, rest })),
    undefined,
  );
}

export function translator(bundle: Bundle, locale: string): Translator {
  const figure = figures(locale);
  const fill = (arg: MessageArg): string => {
    if (typeof arg === 'string') return arg;
    if (typeof arg === 'number') return figure(arg, 'loss');
    return isMessage(arg) ? translate(arg) : figure(arg.value, arg.format);
  };
  const translate = ({ text, args = {} }: Message): string =>
    splitPlaces(bundle[text] ?? text)
      .map((part) => (part.place === undefined ? part.text : fill(args[part.place] ?? part.text)))
      .join('');
  return Object.assign(translate, { figure, number: numbers(locale), locale });
}

export interface TextPart {
  readonly text: string;
  /** The name of the `{place}` that this part is; undefined for literal text. */
  readonly place: string | undefined;
}

/** "at {rate} per epoch" → "at ", the place "rate", " per epoch". */
export function splitPlaces(text: string): TextPart[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, place: /^\{(\w+)\}$/.exec(part)?.[1] }));
}

/** Making a format takes as long as a hundred uses of it, so each is kept. */
function numbers(locale: string): Translator['number'] {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, options) => {
    const key = JSON.stringify(options);
    const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
    formats.set(key, format);
    return format.format(value).replace('-', '−');
  };
}

function figures(locale: string): (value: number, format: FigureFormat) => string {
  const formats: Record<FigureFormat, Intl.NumberFormat> = {
    count: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    percent: new Intl.NumberFormat(locale, {
      style: 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
    loss: new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 }),
    // Always three digits, so that a number that is read while it changes keeps its width.
    live: new Intl.NumberFormat(locale, {
      minimumSignificantDigits: 3,
      maximumSignificantDigits: 3,
    }),
    ratio: new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }),
    seconds: new Intl.NumberFormat(locale, {
      maximumSignificantDigits: 2,
      style: 'unit',
      unit: 'second',
      unitDisplay: 'narrow',
    }),
  };
  const scientific = new Intl.NumberFormat('en', {
    notation: 'scientific',
    maximumSignificantDigits: 3,
  });
  return (value, format) => {
    if (Number.isNaN(value)) return 'NaN';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    if (needsExponent(value, format))
      return scientific.format(value).replace('E', 'e').replaceAll('-', '−');
    return formats[format].format(value).replace('-', '−');
  };
}

/** Plain digits would hide the size of a very small or very large loss or ratio. */
function needsExponent(value: number, format: FigureFormat): boolean {
  if (format === 'count' || format === 'percent' || format === 'seconds') return false;
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-4 || size >= 1e6);
}
