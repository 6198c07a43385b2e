import type { FileKind } from '../../src/protocol.ts';

/** Of the part before the extension. */
const longest = 80;

/** A file name that every file system takes, made of a title: "Loss Lab Cross-entropy.svg". */
export function fileName(title: string, kind: FileKind): string {
  const plain = `Loss Lab ${title}`
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = plain.slice(0, longest).replace(/\p{Surrogate}|[. ]+$/gu, '');
  return `${short}.${kind}`;
}
