/** Which item of a menu an arrow key, Home or End goes to; undefined for another key. */
export function itemAfter(key: string, focused: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (focused + 1) % count;
    case 'ArrowUp':
      return (focused - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Below what opened it, or above where there is no room, and within the window. In CSS pixels. */
export function placeOf(anchor: Element, menu: Element): { left: number; top: number } {
  const { left, top, bottom } = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const hasRoom = bottom + height <= window.innerHeight;
  return {
    left: Math.max(0, Math.min(left, window.innerWidth - width)),
    top: hasRoom ? bottom : Math.max(0, top - height),
  };
}
