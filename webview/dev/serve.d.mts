/** See serve.mjs. */
export function servePage(
  out: string,
): Promise<{ url(query: Record<string, string>): string; close(): void }>;
