/** A place in a confusion matrix: the true class and the predicted one. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cell that a key moves to, of a square table; undefined for keys that do not move. */
export function cellAfter({ row, column }: Cell, key: string, size: number): Cell | undefined {
  const within = (place: number): number => Math.max(0, Math.min(size - 1, place));
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: within(size - 1) };
    default:
      return undefined;
  }
}
