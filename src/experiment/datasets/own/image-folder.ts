import { message } from '../../../l10n.ts';
import { checkClassCount } from './classes.ts';
import { DataError } from './data-error.ts';
import type { ClassedExamples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { foldersIn, imagesIn, join } from './folder.ts';
import { decodePicture, inColour, inForm } from './image.ts';
import { checkMemory } from './memory.ts';
import type { OwnDataOf } from './own-data.ts';

/** One subfolder a class, named by it; images are read one by one, when they are decoded. */
export async function openImageFolder(
  own: OwnDataOf<'image-folder'>,
  files: FileSource,
): Promise<ClassedExamples> {
  const { path, height, width, grey } = own;
  const classNames = await classFolders(own, files);
  const images: { readonly path: string; readonly label: number }[] = [];
  for (const [label, name] of classNames.entries()) {
    const folder = join(path, name);
    for (const file of await imagesIn(files, folder))
      images.push({ path: join(folder, file), label });
  }
  const channels = grey ? 1 : 3;
  checkMemory(path, images.length * height * width * channels, own.mostMegabytes);
  return {
    task: 'classification',
    place: path,
    ...{ count: images.length, height, width, channels },
    classNames,
    labels: Uint8Array.from(images, ({ label }) => label),
    decode: (index) => readPicture(files, images[index]?.path ?? '', own),
  };
}

async function classFolders(
  { path }: OwnDataOf<'image-folder'>,
  files: FileSource,
): Promise<string[]> {
  const names = await foldersIn(files, path);
  if (names.length === 0) {
    const problem = message(
      'it has no subfolder. Put the images of each class into one of its own.',
    );
    throw new DataError(path, problem);
  }
  checkClassCount(names.length, path);
  return names;
}

/** Values in 0..1, [height, width, 1 if grey, else 3]. */
export async function readPicture(
  files: FileSource,
  path: string,
  form: { readonly height: number; readonly width: number; readonly grey: boolean },
): Promise<Float32Array> {
  const picture = decodePicture(await files.read(path), path);
  return inForm(form.grey ? picture : inColour(picture), form);
}
