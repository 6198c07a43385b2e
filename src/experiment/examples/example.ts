import type { Message, Translator } from '../../l10n.ts';
import type { ExperimentContent } from '../experiment-text.ts';
import type { WrittenObject } from '../merge-written.ts';

/** An experiment that comes with Loss Lab: a question that its runs answer. One file each. */
export interface Example {
  /** The question. */
  readonly title: Message;
  /** What is trained, and where to look for the answer. */
  readonly description: Message;
  readonly base: WrittenObject;
  readonly variants?: readonly ExampleVariant[];
  readonly seeds?: readonly number[];
}

export interface ExampleVariant {
  /** Left out, the run is called by its loss. */
  readonly name?: Message;
  /** What is other than in the base. */
  readonly change: WrittenObject;
}

/** As an experiment file in the reader's language. */
export function exampleContent(example: Example, t: Translator): ExperimentContent {
  const { title, description, base, variants, seeds } = example;
  const written = variants?.map(({ name, change }) => ({
    ...(name && { name: t(name) }),
    ...change,
  }));
  return {
    title: t(title),
    description: t(description),
    base,
    ...(written && { variants: written }),
    ...(seeds && { seeds }),
  };
}
