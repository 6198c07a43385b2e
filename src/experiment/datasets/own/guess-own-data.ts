import type { OwnData } from './own-data.ts';

/** What a person says of their data besides the path. */
export interface DataHints {
  /** A file of labels. */
  readonly labels?: string | undefined;
  /** A folder of masks. */
  readonly masks?: string | undefined;
  readonly height?: number | undefined;
  readonly width?: number | undefined;
  readonly colour?: boolean | undefined;
}

/**
 * The kind of data by its name and by what goes with it: a folder with masks, .csv, .npz, .npy with its
 * labels, IDX with its labels, else a folder of classes.
 */
export function guessKind(path: string, { labels, masks }: DataHints): OwnData['kind'] {
  if (masks !== undefined) return 'mask-folder';
  const [, extension] = /\.(csv|npz|npy)(?:\.gz)?$/i.exec(path) ?? [];
  switch (extension?.toLowerCase()) {
    case 'csv':
      return 'csv';
    case 'npz':
      return 'npz';
    case 'npy':
      return 'npy';
    default:
      return labels === undefined && !isIdx(path) ? 'image-folder' : 'idx';
  }
}

function isIdx(path: string): boolean {
  return /[-.](?:idx\d*|ubyte)(?:[-.]ubyte)?(?:\.gz)?$/i.test(path);
}

/** The data as they are written in an experiment, with what was not said left out; for the parser to check. */
export function guessOwnData(path: string, hints: DataHints): Record<string, unknown> {
  const kind = guessKind(path, hints);
  const { labels, masks, height, width, colour } = hints;
  const size = {
    ...(height !== undefined && { height }),
    ...(width !== undefined && { width }),
    ...(colour === true && { grey: false }),
  };
  switch (kind) {
    case 'mask-folder':
      return { kind, images: path, masks, ...size };
    case 'idx':
    case 'npy':
      return { kind, images: path, ...(labels !== undefined && { labels }), ...size };
    case 'csv':
      return { kind, path, ...(colour === true && { channels: 3 }), ...size };
    case 'npz':
    case 'image-folder':
      return { kind, path, ...size };
  }
}
