import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Draws anew, sharp on the screen that there is, when one of `inputs` has changed, and not before. */
export function useCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  width: number,
  height: number,
  draw: (context: CanvasRenderingContext2D) => void,
  inputs: readonly unknown[],
): void {
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || width === 0) return;
    const scale = window.devicePixelRatio;
    canvas.current.width = Math.round(width * scale);
    canvas.current.height = Math.round(height * scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    draw(context);
  }, [width, height, ...inputs]);
}
