import * as z from 'zod/mini';
import { message } from '../l10n.ts';
import { count, described } from './schema/described.ts';

/** When to end a run before its last epoch; null for never. */
export const earlyStoppingSchema = described(
  z.nullable(
    z.strictObject({
      patience: described(
        count(100_000),
        message('Epochs without a better validation loss after which the run ends.'),
      ),
      minimumDelta: described(
        z._default(z.number().check(z.minimum(0)), 0),
        message('By more than this a validation loss must be lower to count as better.'),
      ),
    }),
  ),
  message('Ends a run early that no longer gets better on the validation images; null for never.'),
);

export type EarlyStoppingSpec = NonNullable<z.infer<typeof earlyStoppingSchema>>;
