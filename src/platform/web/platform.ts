import type { AddressFiles } from '../address-files.ts';
import type { Platform } from '../platform.ts';
import { BlobWorker } from './blob-worker.ts';
import { WebFileSource } from './file-source.ts';
import { WebRunFiles } from './run-files.ts';

/**
 * The web extension host: workers of the browser, and the files that the window has.
 * @param readScript the text of the worker's script; read when the first worker is started
 */
export function webPlatform(files: AddressFiles, readScript: () => Promise<Uint8Array>): Platform {
  const source = new WebFileSource(files);
  const writer = crypto.randomUUID();
  let script: Promise<string> | undefined;
  const startWorker = (): BlobWorker => {
    const address = (script ??= readScript().then(blobAddress));
    // What could not be read may be there the next time.
    address.catch(() => (script = undefined));
    return new BlobWorker(address, source);
  };
  return {
    cores: navigator.hardwareConcurrency,
    home: undefined,
    startWorker,
    files: source,
    runFiles: (folder) => new WebRunFiles(folder, files, writer),
    reaches: () => true,
  };
}

function blobAddress(script: Uint8Array): string {
  const blob = new Blob([new Uint8Array(script)], { type: 'text/javascript' });
  return URL.createObjectURL(blob);
}
