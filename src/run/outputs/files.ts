import { LossLabError } from '../../error.ts';
import { npyHeader, parseHeader } from '../../experiment/datasets/own/npy-header.ts';
import { message } from '../../l10n.ts';
import * as z from 'zod/mini';
import type { Outputs, SampledRows } from './outputs.ts';

/* The outputs of a run as files: NumPy's for the numbers, so that Python opens them as they are. */

/** The folder of the files in that of the run. */
export const outputsFolder = 'outputs';

/** The true classes of the rows, uint8, the same after every epoch. */
export const labelsName = 'labels.npy';
/** `SampledRows` as JSON. */
export const rowsName = 'rows.json';

export type OutputsByName = ReadonlyMap<string, Uint8Array>;

/** The logits after an epoch, [rows, classes] float32. */
export function epochName(epoch: number): string {
  return `epoch-${String(epoch).padStart(4, '0')}.npy`;
}

/** Undefined for what is not the file of an epoch. */
export function epochOf(name: string): number | undefined {
  const digits = /^epoch-(\d{4,})\.npy$/.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Of the files of a run those of the epochs, in order. */
export function epochsIn(names: readonly string[]): number[] {
  return names.flatMap((name) => epochOf(name) ?? []).sort((a, b) => a - b);
}

/** The files that are the same after every epoch. */
export function rowsFiles({ labels, stride, labelsPerImage }: Outputs): OutputsByName {
  const rows: SampledRows = { stride, labelsPerImage };
  return new Map([
    [labelsName, joined(npyHeader('|u1', [labels.length]), labels)],
    [rowsName, new TextEncoder().encode(JSON.stringify(rows))],
  ]);
}

/** Little-endian as in the memory of every machine that runs VS Code. */
export function epochFile({ logits, labels, classes }: Outputs): Uint8Array {
  const bytes = new Uint8Array(logits.buffer, logits.byteOffset, logits.byteLength);
  return joined(npyHeader('<f4', [labels.length, classes]), bytes);
}

/** The files of the epochs up to one, and what goes with them, for a run that goes on from there. */
export function outputsUpTo(files: OutputsByName, epoch: number): OutputsByName {
  return new Map([...files].filter(([name]) => (epochOf(name) ?? 0) <= epoch));
}

/** What the files say of one epoch; the numbers as bytes, float32 little-endian. */
export interface StoredOutputs extends SampledRows {
  readonly classes: number;
  readonly logits: Uint8Array;
  readonly labels: Uint8Array;
}

const rowsSchema = z.object({
  stride: z.int().check(z.positive()),
  labelsPerImage: z.int().check(z.positive()),
});

/**
 * @param folder for messages
 * @throws LossLabError if a file is missing or is not one of ours
 */
export function readOutputs(files: OutputsByName, epoch: number, folder: string): StoredOutputs {
  const file = (name: string): Uint8Array => {
    const bytes = files.get(name);
    if (bytes) return bytes;
    throw damaged(folder, name);
  };
  const values = (name: string, type: 'f4' | 'u1') => {
    const bytes = file(name);
    const header = parseHeader(bytes, `${folder}/${name}`);
    if (header.type !== type) throw damaged(folder, name);
    return { shape: header.shape, bytes: bytes.subarray(header.end) };
  };
  const labels = values(labelsName, 'u1').bytes;
  const { shape, bytes: logits } = values(epochName(epoch), 'f4');
  const [rows, classes = 0] = shape;
  if (rows !== labels.length || shape.length !== 2) throw damaged(folder, epochName(epoch));
  const { stride, labelsPerImage } = readRows(file(rowsName), folder);
  return { classes, stride, labelsPerImage, logits, labels };
}

function readRows(bytes: Uint8Array, folder: string): SampledRows {
  try {
    return rowsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw damaged(folder, rowsName);
  }
}

function damaged(folder: string, name: string): LossLabError {
  const file = `${folder}/${name}`;
  return new LossLabError(
    message(
      '{file} is missing or damaged, so the outputs of the run cannot be shown. Train it again to see them.',
      { file },
    ),
  );
}

function joined(head: Uint8Array, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + body.length);
  bytes.set(head);
  bytes.set(body, head.length);
  return bytes;
}
