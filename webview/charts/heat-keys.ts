import { placeAt, type Cell, type HeatLayout } from './heat-layout.ts';

/**
 * Where a key moves the cursor of a map: arrows by one cell as it is drawn; page keys by ten; Home and End
 * to the ends of the row, with Ctrl to the corners. Undefined for other keys.
 */
export function cellAfter(
  { row, column }: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  rows: number,
  { spans }: Pick<HeatLayout, 'spans'>,
): Cell | undefined {
  const place = placeAt({ spans }, column);
  const within = (index: number, count: number): number => Math.min(count - 1, Math.max(0, index));
  const to = (toRow: number, toPlace: number): Cell => {
    const next = within(toPlace, spans.length);
    return {
      row: within(toRow, rows),
      column: next === place ? column : (spans[next]?.from ?? column),
    };
  };
  switch (key) {
    case 'ArrowLeft':
      return to(row, place - 1);
    case 'ArrowRight':
      return to(row, place + 1);
    case 'ArrowUp':
      return to(row - 1, place);
    case 'ArrowDown':
      return to(row + 1, place);
    case 'PageUp':
      return to(row, place - 10);
    case 'PageDown':
      return to(row, place + 10);
    case 'Home':
      return to(ctrlKey ? 0 : row, 0);
    case 'End':
      return to(ctrlKey ? rows - 1 : row, spans.length - 1);
    default:
      return undefined;
  }
}
