/** About as wide as a text is in a usual sans-serif, in pixels, where nothing can measure it. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x2066 && code <= 0x2069) continue; // Isolates have no width.
    width += code >= 0x2e80 ? size : size * 0.56;
  }
  return width;
}
