import { openCsv } from './csv-file.ts';
import type { Examples } from './examples.ts';
import type { FileSource } from './file-source.ts';
import { openIdx } from './idx-files.ts';
import { openImageFolder } from './image-folder.ts';
import { openMaskFolder } from './mask-folder.ts';
import { openNpy } from './npy-files.ts';
import { openNpzFile } from './npz-file.ts';
import type { OwnData } from './own-data.ts';
import type { Reading } from './reading.ts';

/**
 * Finds the images, and their classes where each has one. Folders are only listed; files of arrays and
 * tables are read whole.
 * @throws DataError
 */
export function openExamples(own: OwnData, files: FileSource, reading: Reading): Promise<Examples> {
  switch (own.kind) {
    case 'image-folder':
      return openImageFolder(own, files);
    case 'idx':
      return openIdx(own, files, reading);
    case 'csv':
      return openCsv(own, files, reading);
    case 'npz':
      return openNpzFile(own, files, reading);
    case 'npy':
      return openNpy(own, files, reading);
    case 'mask-folder':
      return openMaskFolder(own, files);
  }
}
