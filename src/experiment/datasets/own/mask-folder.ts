import { message } from '../../../l10n.ts';
import { DataError } from './data-error.ts';
import type { MaskedExamples, MaskedImage } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { imagesIn, join, withoutExtension } from './folder.ts';
import { decodePicture, inColour, inForm, type Picture } from './image.ts';
import { decodeMask, type Mask } from './mask.ts';
import { checkMemory } from './memory.ts';
import type { OwnDataOf } from './own-data.ts';
import { resizeMask } from './resize.ts';

/** Files of one image. */
interface Pair {
  readonly image: string;
  readonly mask: string;
}

/**
 * Images and their masks, paired by name without extension. A mask is resized by the value at each
 * pixel's centre. Every value is a class, also one that others use for "leave out", such as 255.
 */
export async function openMaskFolder(
  own: OwnDataOf<'mask-folder'>,
  files: FileSource,
): Promise<MaskedExamples> {
  const { height, width } = own;
  const pairs = await pairsOf(own, files);
  const channels = own.grey ? 1 : 3;
  checkMemory(own.images, pairs.length * height * width * channels, own.mostMegabytes);
  return {
    task: 'segmentation',
    place: own.masks,
    ...{ count: pairs.length, height, width, channels },
    decode: (index) => {
      const pair = pairs[index];
      if (!pair) throw new RangeError(`no image ${index}`);
      return readPair(files, pair, own);
    },
  };
}

async function pairsOf(own: OwnDataOf<'mask-folder'>, files: FileSource): Promise<Pair[]> {
  const images = await imagesIn(files, own.images);
  const masks = new Map<string, string>();
  for (const name of await imagesIn(files, own.masks)) masks.set(withoutExtension(name), name);
  return images.map((name) => {
    const image = join(own.images, name);
    const mask = masks.get(withoutExtension(name));
    if (mask !== undefined) return { image, mask: join(own.masks, mask) };
    throw new DataError(
      image,
      message('it has no mask of that name in {folder}. Add it, or remove the image.', {
        folder: own.masks,
      }),
    );
  });
}

async function readPair(
  files: FileSource,
  pair: Pair,
  own: OwnDataOf<'mask-folder'>,
): Promise<MaskedImage> {
  const picture = decodePicture(await files.read(pair.image), pair.image);
  const mask = decodeMask(await files.read(pair.mask), pair.mask);
  checkSameSize(pair.mask, mask, picture);
  return {
    pixels: inForm(own.grey ? picture : inColour(picture), own),
    mask: resizeMask(mask.values, mask, own.height, own.width),
  };
}

function checkSameSize(file: string, mask: Mask, picture: Picture): void {
  if (mask.height === picture.height && mask.width === picture.width) return;
  const problem = message(
    'the mask is {mask} pixels and its image {image}. Give both the same height and width.',
    { mask: sizeText(mask), image: sizeText(picture) },
  );
  throw new DataError(file, problem);
}

function sizeText({ height, width }: { readonly height: number; readonly width: number }): string {
  return `${height} × ${width}`;
}
