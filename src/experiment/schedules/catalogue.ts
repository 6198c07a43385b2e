import * as z from 'zod/mini';
import { message } from '../../l10n.ts';
import { between, described } from '../schema/described.ts';
import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import type { Schedule } from './schedule.ts';
import { step } from './step.ts';

/** Every schedule of the learning rate by the name that specs and commands use. */
export const schedules = { constant, step, cosine } as const;

export type ScheduleName = keyof typeof schedules;

export const scheduleNames = Object.keys(schedules) as readonly ScheduleName[];

/** A schedule with the settings that it has; each can begin with a warm-up. */
export type ScheduleSpec<Name extends ScheduleName = ScheduleName> = {
  [name in Name]: { readonly name: name; readonly warmUp: number } & OwnSettings[name];
}[Name];

export type OwnSettings = {
  [name in ScheduleName]: (typeof schedules)[name] extends Schedule<infer Own> ? Own : never;
};

const warmUp = described(
  z._default(between(0, 100_000), 0),
  message(
    'Epochs, or a part of one, over which the learning rate rises evenly to its full value: a gentle start for large rates and batches.',
  ),
);

/** Told apart by the name, so that each has just its own settings. */
export const scheduleSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('constant'), warmUp, ...constant.settings }),
  z.strictObject({ name: z.literal('step'), warmUp, ...step.settings }),
  z.strictObject({ name: z.literal('cosine'), warmUp, ...cosine.settings }),
]);
