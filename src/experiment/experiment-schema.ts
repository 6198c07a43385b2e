import * as z from 'zod/mini';
import { message } from '../l10n.ts';
import { described } from './schema/described.ts';
import { seedSchema } from './seed-schema.ts';

/** So many runs of one experiment at once are plenty. */
export const mostRuns = 20;

const title = described(z.string(), message('What the experiment is called in lists.'));

/** What an experiment file holds; base and variants are checked once they are laid over one another. */
export const experimentSchema = z.strictObject({
  $schema: z.optional(described(z.string(), message('Not needed: the editor knows these files.'))),
  title: z.optional(title),
  description: z.optional(
    described(z.string(), message('What is asked, and what to look for in the curves.')),
  ),
  base: z.optional(
    described(
      z.looseObject({}),
      message('What all runs have in common; whatever is left out has its default.'),
    ),
  ),
  variants: z.optional(
    described(
      z
        .array(
          z.looseObject({
            name: z.optional(described(z.string(), message('What the run is called.'))),
          }),
        )
        .check(z.minLength(1), z.maxLength(mostRuns)),
      message(
        'One run each: only what is other than in the base. Without any, the base is the run.',
      ),
    ),
  ),
  seeds: z.optional(
    described(
      z.array(seedSchema).check(z.minLength(1), z.maxLength(mostRuns)),
      message('Every variant is run once with each; the runs of one variant are shown as a group.'),
    ),
  ),
});

export type WrittenExperiment = z.infer<typeof experimentSchema>;
