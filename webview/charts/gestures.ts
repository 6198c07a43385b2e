import type { Store } from '../stores.ts';
import type { Plot } from '../plots/plot.ts';
import type { LineChart } from './line-chart.ts';
import { isZoomed, panX, panY, reset, zoomTo, zoomX } from './move-view.ts';
import type { Area } from './paint.ts';
import type { Zoom } from './view.ts';

/** What a person's hand did that is not a change of the view. */
export interface Hand {
  /** The pointer is here, in pixels; undefined when it has left. */
  readonly onHover: (x: number | undefined) => void;
  readonly onClick: (x: number, y: number) => void;
  readonly onSelect: (rectangle: readonly [number, number, number, number] | undefined) => void;
}

/** Pixels that a hand trembles within a click. */
const tremble = 4;
/** Milliseconds within which a second click makes a double one. */
const doubleClick = 250;
/** A selection flatter than this, in pixels, is one of the other axis alone. */
const flat = 14;

interface Drag {
  readonly x: number;
  readonly y: number;
  readonly pans: boolean;
  lastX: number;
  lastY: number;
}

/**
 * Pointer and wheel on a plot: drag to zoom, with Shift to pan; two fingers pinch; the wheel zooms at
 * the cursor with Ctrl or Cmd, as a trackpad's pinch says it, or once the plot has the focus, so that a
 * page still scrolls under a pointer that passes by; a double click shows all.
 */
export class Gestures {
  readonly #pointers = new Map<number, { x: number; y: number }>();
  #drag: Drag | undefined;
  #clicked: ReturnType<typeof setTimeout> | undefined;
  #pinch: { distance: number; middle: number } | undefined;

  constructor(
    readonly chart: () => LineChart | null,
    readonly plot: () => Plot,
    readonly zoom: Store<Zoom>,
    readonly hand: Hand,
  ) {}

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const [x, y] = [event.offsetX, event.offsetY];
    this.#pointers.set(event.pointerId, { x, y });
    if (event.currentTarget instanceof HTMLElement)
      event.currentTarget.setPointerCapture(event.pointerId);
    if (this.#pointers.size === 2) return this.#beginPinch();
    this.#drag = { x, y, pans: event.shiftKey, lastX: x, lastY: y };
  };

  readonly move = (event: PointerEvent): void => {
    const [x, y] = [event.offsetX, event.offsetY];
    if (this.#pointers.has(event.pointerId)) this.#pointers.set(event.pointerId, { x, y });
    if (this.#pinch !== undefined) return this.#movePinch();
    const drag = this.#drag;
    if (drag === undefined) return this.hand.onHover(x);
    if (drag.pans) this.#pan(drag, x, y);
    else this.hand.onSelect(this.#rectangle(drag, x, y));
  };

  readonly up = (event: PointerEvent): void => {
    this.#pointers.delete(event.pointerId);
    if (this.#pinch !== undefined) {
      if (this.#pointers.size === 0) this.#pinch = undefined;
      return;
    }
    const drag = this.#drag;
    this.#drag = undefined;
    this.hand.onSelect(undefined);
    if (drag === undefined || drag.pans || event.type === 'pointercancel') return;
    const [x, y] = [event.offsetX, event.offsetY];
    if (Math.hypot(x - drag.x, y - drag.y) <= tremble) this.#click(x, y);
    else this.#zoomTo(drag, x, y);
  };

  readonly leave = (): void => {
    if (this.#drag === undefined) this.hand.onHover(undefined);
  };

  readonly wheel = (event: WheelEvent): void => {
    const element = event.currentTarget;
    const isFocused = element instanceof HTMLElement && element.contains(document.activeElement);
    if (!event.ctrlKey && !event.metaKey && !isFocused) return;
    const seen = this.#seen;
    const area = this.#area;
    if (seen === undefined || area === undefined) return;
    event.preventDefault();
    const [from, to] = seen.view.x;
    const at = from + ((event.offsetX - area.left) / (area.right - area.left)) * (to - from);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const delta = Math.min(Math.max(event.deltaY * lines, -100), 100);
    this.zoom.set(zoomX(this.zoom.value, seen, 1.004 ** delta, at));
  };

  readonly reset = (): void => {
    clearTimeout(this.#clicked);
    const plot = this.plot();
    if (isZoomed(this.zoom.value, plot)) this.zoom.set(reset(this.zoom.value, plot));
  };

  get #seen(): { plot: Plot; view: LineChart['view'] } | undefined {
    const chart = this.chart();
    return chart === null ? undefined : { plot: this.plot(), view: chart.view };
  }

  get #area(): Area | undefined {
    return this.chart()?.brush?.area;
  }

  /** Waits whether it becomes a double click. */
  #click(x: number, y: number): void {
    clearTimeout(this.#clicked);
    this.#clicked = setTimeout(() => this.hand.onClick(x, y), doubleClick);
  }

  #pan(drag: Drag, x: number, y: number): void {
    const [seen, area] = [this.#seen, this.#area];
    if (seen === undefined || area === undefined) return;
    const right = (x - drag.lastX) / (area.right - area.left);
    const down = (y - drag.lastY) / (area.bottom - area.top);
    [drag.lastX, drag.lastY] = [x, y];
    this.zoom.set(panY(panX(this.zoom.value, seen, -right), seen, down));
  }

  #zoomTo(drag: Drag, x: number, y: number): void {
    const [seen, area] = [this.#seen, this.#area];
    if (seen === undefined || area === undefined) return;
    const [left, top, width, height] = this.#rectangle(drag, x, y) ?? [0, 0, 0, 0];
    const across = (pixel: number): number => (pixel - area.left) / (area.right - area.left);
    const up = (pixel: number): number => (area.bottom - pixel) / (area.bottom - area.top);
    const isWide = width < area.right - area.left && width > 1;
    const isTall = height < area.bottom - area.top && height > 1;
    const selection = {
      ...(isWide && { x: [across(left), across(left + width)] as const }),
      ...(isTall && { y: [up(top + height), up(top)] as const }),
    };
    this.zoom.set(zoomTo(this.zoom.value, seen, selection));
  }

  /** From where the hand went down to where it is; all of an axis along which it hardly moved. */
  #rectangle(drag: Drag, x: number, y: number): [number, number, number, number] | undefined {
    const area = this.#area;
    if (area === undefined) return undefined;
    const clampX = (at: number): number => Math.min(Math.max(at, area.left), area.right);
    const clampY = (at: number): number => Math.min(Math.max(at, area.top), area.bottom);
    const spansY = Math.abs(y - drag.y) < flat;
    const spansX = Math.abs(x - drag.x) < flat && !spansY;
    const [x0, x1] = spansX ? [area.left, area.right] : [clampX(drag.x), clampX(x)];
    const [y0, y1] = spansY ? [area.top, area.bottom] : [clampY(drag.y), clampY(y)];
    return [Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0)];
  }

  #beginPinch(): void {
    this.#drag = undefined;
    this.hand.onSelect(undefined);
    this.#pinch = this.#fingers();
  }

  #movePinch(): void {
    const [seen, area, before, now] = [this.#seen, this.#area, this.#pinch, this.#fingers()];
    if (seen === undefined || area === undefined || before === undefined || now === undefined)
      return;
    const [from, to] = seen.view.x;
    const perPixel = (to - from) / (area.right - area.left);
    const at = from + (now.middle - area.left) * perPixel;
    const scaled = zoomX(this.zoom.value, seen, before.distance / now.distance, at);
    this.zoom.set(scaled);
    this.#pinch = now;
  }

  #fingers(): { distance: number; middle: number } | undefined {
    const [a, b] = [...this.#pointers.values()];
    if (a === undefined || b === undefined) return undefined;
    return { distance: Math.max(Math.abs(a.x - b.x), 10), middle: (a.x + b.x) / 2 };
  }
}
