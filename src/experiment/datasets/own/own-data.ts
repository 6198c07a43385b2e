import * as z from 'zod/mini';
import { message } from '../../../l10n.ts';
import type { Task } from '../../models/model.ts';
import { count, described } from '../../schema/described.ts';
import { seedSchema } from '../../seed-schema.ts';

const maxSide = 4096;

const path = z.string().check(z.minLength(1));
const side = count(maxSide);

const common = {
  grey: described(
    z._default(z.boolean(), true),
    message('Colours become grey by the luma of Rec. 601; false keeps three channels'),
  ),
  validationShare: described(
    z._default(z.number().check(z.gt(0), z.lt(1)), 0.2),
    message('Share of the images that are kept for validation, of each class'),
  ),
  splitSeed: described(
    z._default(seedSchema, 1),
    message('Seed of the split into training and validation images'),
  ),
  mostMegabytes: described(
    z._default(count(1_000_000), 1024),
    message('Most memory for pixels, in megabytes of float32; more is refused'),
  ),
};

const folderSize = {
  height: described(
    z._default(side, 28),
    message('Height in pixels that images are resized to, without keeping their proportions'),
  ),
  width: described(
    z._default(side, 28),
    message('Width in pixels that images are resized to, without keeping their proportions'),
  ),
};

const arraySize = {
  height: described(
    z.optional(side),
    message("Height in pixels that images are resized to; left out, the array's own"),
  ),
  width: described(
    z.optional(side),
    message("Width in pixels that images are resized to; left out, the array's own"),
  ),
};

const imageFolder = z.strictObject({
  kind: z.literal('image-folder'),
  path: described(path, message('Folder with one subfolder of PNG or JPEG images for each class')),
  ...folderSize,
  ...common,
});

const idx = z.strictObject({
  kind: z.literal('idx'),
  images: described(path, message('IDX file of the images, plain or gzip')),
  labels: described(path, message('IDX file of the labels, plain or gzip')),
  ...arraySize,
  ...common,
});

const csv = z.strictObject({
  kind: z.literal('csv'),
  path: described(path, message('CSV file with one image a row: its label and its pixels')),
  labelColumn: described(
    z._default(z.union([z.int().check(z.minimum(0)), z.string().check(z.minLength(1))]), 0),
    message('Column of the label: its name in the header, or its number from 0'),
  ),
  height: described(side, message('Height in pixels of the image in each row')),
  width: described(side, message('Width in pixels of the image in each row')),
  channels: described(
    z._default(z.union([z.literal(1), z.literal(3)]), 1),
    message('Values a pixel: 1, or 3 for red, green and blue side by side'),
  ),
  ...common,
});

const npz = z.strictObject({
  kind: z.literal('npz'),
  path: described(path, message('NPZ file of NumPy')),
  images: described(
    z.optional(z.string().check(z.minLength(1))),
    message('Name of the array of images; left out, x_train or the first of 3 or 4 dimensions'),
  ),
  labels: described(
    z.optional(z.string().check(z.minLength(1))),
    message('Name of the array of labels; left out, y_train or the first of one label an image'),
  ),
  ...arraySize,
  ...common,
});

const npy = z.strictObject({
  kind: z.literal('npy'),
  images: described(path, message('NPY file of the images')),
  labels: described(path, message('NPY file of the labels')),
  ...arraySize,
  ...common,
});

const maskFolder = z.strictObject({
  kind: z.literal('mask-folder'),
  images: described(path, message('Folder of the images, PNG or JPEG')),
  masks: described(
    path,
    message(
      'Folder of PNG masks with the names of the images; grey value or palette index is the class',
    ),
  ),
  ...folderSize,
  ...common,
});

/** Data of one's own as it is written in an experiment, with defaults for what is left out. */
export const ownDataSchema = z.discriminatedUnion('kind', [
  imageFolder,
  idx,
  csv,
  npz,
  npy,
  maskFolder,
]);

/** What an experiment file says. */
export type WrittenOwnData = z.input<typeof ownDataSchema>;

/** With every default; what is still left out is only known from the file. Parses to itself. */
export type OwnData = z.output<typeof ownDataSchema>;

export type OwnDataOf<Kind extends OwnData['kind']> = Extract<OwnData, { kind: Kind }>;

export function wholeOwnData(written: WrittenOwnData): OwnData {
  return ownDataSchema.parse(written);
}

export function taskOfOwnData({ kind }: Pick<OwnData, 'kind'>): Task {
  return kind === 'mask-folder' ? 'segmentation' : 'classification';
}
