export function buildKernels(
  outFile: string,
  variant?: { readonly withStatistics?: boolean },
): Promise<void>;

export function assertGuest(bytes: Uint8Array<ArrayBuffer>): void;
