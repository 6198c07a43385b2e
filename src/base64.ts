/** Few enough that a call with so many arguments does not exhaust the stack. */
const together = 0x2000;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += together)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + together)));
  return btoa(parts.join(''));
}

/** @throws DOMException if `text` is not Base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
