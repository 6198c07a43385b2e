import type { HeatMap } from '../plots/heat-map.ts';
import type { Cell } from './heat-layout.ts';

/**
 * Where a key moves the cursor of a map: arrows by one cell as it is drawn, of `share` columns; page keys
 * by ten; Home and End to the ends of the row, with Ctrl to the corners. Undefined for other keys.
 */
export function cellAfter(
  { row, column }: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { rows, columns }: Pick<HeatMap, 'rows' | 'columns'>,
  share: number,
): Cell | undefined {
  const [lastRow, lastColumn] = [rows.entries.length - 1, columns.moments.length - 1];
  const to = (toRow: number, toColumn: number): Cell => ({
    row: Math.min(lastRow, Math.max(0, toRow)),
    column: Math.min(lastColumn, Math.max(0, toColumn)),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(row, column - share);
    case 'ArrowRight':
      return to(row, column + share);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'PageUp':
      return to(row, column - 10 * share);
    case 'PageDown':
      return to(row, column + 10 * share);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn);
    default:
      return undefined;
  }
}
