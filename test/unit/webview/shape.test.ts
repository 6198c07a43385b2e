import { expect, it } from 'vitest';
import { Shape } from '../../../webview/charts/shape.ts';

it('goes along the tops of rectangles and back along their bottoms', () => {
  const path: string[] = [];
  const shape = new Shape({
    moveTo: (x, y) => path.push(`M${x},${y}`),
    lineTo: (x, y) => path.push(`L${x},${y}`),
    closePath: () => path.push('Z'),
  });
  shape.add(0, 1, 5, 9);
  shape.add(1, 2, 3, 8);
  shape.close();
  shape.close();
  shape.add(7, 8, 1, 2);
  shape.close();
  expect(path.join(' ')).toBe('M0,5 L1,5 L1,3 L2,3 L2,8 L1,8 L1,9 L0,9 Z M7,1 L8,1 L8,2 L7,2 Z');
});
