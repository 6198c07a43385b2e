/** See serve.mjs. */
export function servePage(
  out: string,
  more?: Record<string, string>,
): Promise<{ url(query: Record<string, string>): string; close(): void }>;
