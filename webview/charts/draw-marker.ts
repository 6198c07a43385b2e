import type { Canvas } from './canvas.ts';
import type { MarkerShape } from './markers.ts';

const drawings: Record<MarkerShape, (canvas: Canvas, x: number, y: number, r: number) => void> = {
  circle: (canvas, x, y, r) => canvas.arc(x, y, r, 0, 2 * Math.PI),
  rectRot: (canvas, x, y, r) => polygon(canvas, x, y, r, [0, 1, 2, 3].map(quarter)),
  triangle: (canvas, x, y, r) => polygon(canvas, x, y, r, [0, 1, 2].map(third)),
  rect: (canvas, x, y, r) => {
    const half = r * Math.SQRT1_2;
    canvas.rect(x - half, y - half, 2 * half, 2 * half);
  },
  star: (canvas, x, y, r) => spokes(canvas, x, y, r, [0, 1, 2, 3]),
  crossRot: (canvas, x, y, r) => spokes(canvas, x, y, r, [1, 3]),
};

/** Filled and outlined in the colours that the canvas has. */
export function drawMarker(
  canvas: Canvas,
  shape: MarkerShape,
  x: number,
  y: number,
  radius: number,
): void {
  canvas.beginPath();
  drawings[shape](canvas, x, y, radius);
  canvas.fill();
  canvas.stroke();
}

/** Angles from the top, clockwise. */
const quarter = (index: number): number => (index * Math.PI) / 2;
const third = (index: number): number => (index * 2 * Math.PI) / 3;

function polygon(canvas: Canvas, x: number, y: number, r: number, angles: readonly number[]): void {
  for (const [index, angle] of angles.entries()) {
    const [left, top] = [x + r * Math.sin(angle), y - r * Math.cos(angle)];
    if (index === 0) canvas.moveTo(left, top);
    else canvas.lineTo(left, top);
  }
  canvas.closePath();
}

/** Lines through the middle, at eighths of a turn. */
function spokes(canvas: Canvas, x: number, y: number, r: number, eighths: readonly number[]): void {
  for (const eighth of eighths) {
    const angle = (eighth * Math.PI) / 4;
    const [right, down] = [r * Math.sin(angle), r * Math.cos(angle)];
    canvas.moveTo(x - right, y + down);
    canvas.lineTo(x + right, y - down);
  }
}
