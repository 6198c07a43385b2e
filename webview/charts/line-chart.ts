import { Chart, LinearScale, LineController, LogarithmicScale } from 'chart.js';
import type { Translator } from '../../src/l10n.ts';
import { oncePerFrame } from '../frame.ts';
import type { Plot } from '../plots/plot.ts';
import type { Store } from '../stores.ts';
import type { Theme } from '../theme.ts';
import { chartOptions } from './chart-config.ts';
import { paintNotes } from './overlay.ts';
import { paintLines, type Area, type Brush } from './paint.ts';
import { paintPointed, type Pointed } from './paint-pointed.ts';
import { SymlogScale } from './symlog-scale.ts';
import { pixelsOf, viewOf, type View, type Zoom } from './view.ts';

Chart.register(LineController, LinearScale, LogarithmicScale, SymlogScale);

/** What a chart shows. */
export interface Shown {
  readonly plot: Plot;
  readonly theme: Theme;
  readonly t: Translator;
}

/**
 * A chart on two canvases: axes (chart.js) and lines on one, what the pointer moves on the other. It draws
 * at most once a frame, and nothing while it is out of sight.
 */
export class LineChart {
  readonly #chart: Chart<'line', never[]>;
  readonly #stop: () => void;
  readonly #observer: IntersectionObserver;
  #shown: Shown;
  #view: View;
  #pointed: Pointed = { x: undefined, dots: [], selection: undefined };
  #isStale = false;
  #isInSight = true;
  readonly #draw = oncePerFrame(() => this.#update());

  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly over: HTMLCanvasElement,
    shown: Shown,
    readonly zoom: Store<Zoom>,
    /** After each drawing: what depends on where things lie. */
    readonly onDrawn: () => void,
  ) {
    this.#shown = shown;
    this.#view = viewOf(shown.plot, zoom.value);
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: chartOptions(shown.plot, this.#view, shown.theme, shown.t),
      plugins: [
        {
          id: 'lines',
          afterDatasetsDraw: (chart) => this.#paint(chart),
          // Also after a change of its size, which chart.js sees by itself.
          afterRender: (chart) => {
            this.#point(chart);
            this.onDrawn();
          },
        },
      ],
    });
    this.#stop = zoom.subscribe(() => this.#invalidate());
    this.#observer = new IntersectionObserver((entries) => {
      this.#isInSight = entries.at(-1)?.isIntersecting ?? true;
      if (this.#isInSight && this.#isStale) this.#draw();
    });
    this.#observer.observe(canvas);
  }

  /** What will be drawn next: it may be ahead of what is. */
  get view(): View {
    return viewOf(this.#shown.plot, this.zoom.value);
  }

  show(shown: Shown): void {
    if (this.#shown.plot === shown.plot && this.#shown.theme === shown.theme) return;
    this.#shown = shown;
    this.#invalidate();
  }

  point(pointed: Pointed): void {
    this.#pointed = pointed;
    this.#point(this.#chart);
  }

  /** Where the lines are drawn; undefined before the first layout. */
  get brush(): Brush | undefined {
    return this.#brushOn(this.#chart, this.#chart.ctx);
  }

  dispose(): void {
    this.#stop();
    this.#observer.disconnect();
    this.#chart.destroy();
  }

  #invalidate(): void {
    this.#isStale = true;
    if (this.#isInSight) this.#draw();
  }

  #update(): void {
    if (!this.canvas.isConnected) return;
    this.#isStale = false;
    const { plot, theme, t } = this.#shown;
    this.#view = viewOf(plot, this.zoom.value);
    this.#chart.options = chartOptions(plot, this.#view, theme, t);
    // A canvas that was lost and given back has forgotten it, and chart.js sets it with the size alone.
    const density = this.#chart.currentDevicePixelRatio;
    this.#chart.ctx.setTransform(density, 0, 0, density, 0, 0);
    this.#chart.update('none');
  }

  #paint(chart: Chart): void {
    const brush = this.#brushOn(chart, chart.ctx);
    if (brush === undefined) return;
    paintLines(this.#shown.plot, brush);
    paintNotes(this.#shown.plot, brush, this.#shown.t);
  }

  #point(chart: Chart): void {
    const { over } = this;
    const context = over.getContext('2d');
    const { width, height, currentDevicePixelRatio: density } = chart;
    if (context === null) return;
    sizeTo(over, Math.round(width * density), Math.round(height * density));
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    const brush = this.#brushOn(chart, context);
    if (brush === undefined) return;
    paintPointed(this.#pointed, brush);
  }

  #brushOn(chart: Chart, context: CanvasRenderingContext2D): Brush | undefined {
    const area = areaOf(chart);
    if (area === undefined) return undefined;
    const { left, right, top, bottom } = area;
    const { plot, theme } = this.#shown;
    const [from, to] = this.#view.x;
    const yOf = pixelsOf(this.#view.y, top, bottom);
    return {
      context,
      area,
      projection: { left, right, from, to, yOf },
      y: this.#view.y,
      theme,
      pixel: 1 / chart.currentDevicePixelRatio,
      overhang: from === plot.x.min && to === plot.x.max ? 6 : 0,
    };
  }
}

/** Only where it is another: to set the same size takes new memory. */
function sizeTo(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/** Undefined before the first layout, and where there is no room. */
function areaOf(chart: { readonly chartArea?: Area }): Area | undefined {
  const area = chart.chartArea;
  if (area === undefined || area.right <= area.left) return undefined;
  const { left, right, top, bottom } = area;
  return { left, right, top, bottom };
}
