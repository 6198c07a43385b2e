import * as z from 'zod/mini';
import { maxSeed } from './seeds.ts';

/** A seed, wherever one is written: of a run, of an experiment's runs, of the split of own data. */
export const seedSchema = z.int().check(z.minimum(0), z.maximum(maxSeed));
