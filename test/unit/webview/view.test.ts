import { describe, expect, it } from 'vitest';
import { keyAction } from '../../../webview/charts/keys.ts';
import { isZoomed, panX, panY, reset, zoomTo, zoomX } from '../../../webview/charts/move-view.ts';
import { panned, viewOf, zoomed, type Zoom } from '../../../webview/charts/view.ts';
import type { Plot } from '../../../webview/plots/plot.ts';
import { traceOf } from '../../../webview/series/trace.ts';

const text = { text: '' };
const points = [1, 2, 3, 8].map((x) => ({ x, y: x / 10, row: x }));
const plot: Plot = {
  key: 'loss',
  title: text,
  notes: [],
  x: { title: text, link: 'epoch', min: 0, max: 10, format: 'count' },
  y: { title: text, scale: 'linear', min: 0, max: 1, format: 'loss', fit: (from, to) => ({ min: from, max: to }) }, // prettier-ignore
  series: [{ label: 'a', slot: 0, part: 'main', trace: traceOf(points), marks: [] }],
  levels: [],
  now: 8,
  showsLatest: true,
  markers: 'last',
  rowName: () => text,
};
const none: Zoom = { x: {}, y: {}, follow: false };
const seen = (zoom: Zoom): { plot: Plot; view: ReturnType<typeof viewOf> } => ({
  plot,
  view: viewOf(plot, zoom),
});

describe('a view', () => {
  it('is the whole plot until something is zoomed', () => {
    expect(viewOf(plot, none)).toMatchObject({ x: [0, 10], y: { min: 0, max: 1 } });
    expect(isZoomed(none, plot)).toBe(false);
  });

  it('of a stretch of x fits y to it, unless y is zoomed too', () => {
    const zoom = { ...none, x: { epoch: [2, 4] as const } };
    expect(viewOf(plot, zoom).y).toMatchObject({ min: 2, max: 4 });
    expect(viewOf(plot, { ...zoom, y: { loss: [0.1, 0.2] } }).y).toMatchObject({
      min: 0.1,
      max: 0.2,
    });
  });

  it('that follows ends at the newest point', () => {
    expect(viewOf(plot, { ...none, x: { epoch: [2, 4] }, follow: true }).x).toEqual([6, 8]);
  });

  it('on a log axis forgets a zoom that reaches below 0', () => {
    const log = { ...plot, y: { ...plot.y, scale: 'log', min: 0.01, max: 1 } as const };
    expect(viewOf(log, { ...none, y: { loss: [-1, 1] } }).y).toMatchObject({ min: 0.01, max: 1 });
  });
});

describe('a zoom', () => {
  it('keeps what is under the cursor where it is', () => {
    const [from, to] = zoomed([0, 10], 0.5, 2, [0, 10], 0);
    expect([(2 - from) / (to - from), to - from]).toEqual([0.2, 5]);
  });

  it('ends at the bounds, and is none when there is no more to see', () => {
    expect(zoomed([2, 4], 3, 2, [0, 10], 0)).toEqual([2, 8]);
    expect(
      zoomX({ ...none, x: { epoch: [1, 9] } }, seen({ ...none, x: { epoch: [1, 9] } }), 2, 5).x,
    ).toEqual({});
  });

  it('of a rectangle takes both axes, of a strip one', () => {
    const box = zoomTo(none, seen(none), { x: [0.1, 0.3], y: [0.5, 1] });
    expect(box).toMatchObject({ x: { epoch: [1, 3] }, y: { loss: [0.5, 1] } });
    expect(zoomTo(none, seen(none), { x: [0.1, 0.3] }).y).toEqual({});
  });

  it('by hand ends following', () => {
    expect(zoomX({ ...none, follow: true }, seen(none), 0.5, 5).follow).toBe(false);
  });

  it('is undone for the plot, and for x of all that are linked', () => {
    const zoom: Zoom = {
      x: { epoch: [1, 2], margin: [0, 1] },
      y: { loss: [0, 1], other: [0, 1] },
      follow: true,
    };
    expect(reset(zoom, plot)).toEqual({
      x: { margin: [0, 1] },
      y: { other: [0, 1] },
      follow: false,
    });
  });
});

describe('a pan', () => {
  it('stays within the bounds', () => {
    expect(panned([2, 4], -5, [0, 10])).toEqual([0, 2]);
    expect(panned([2, 4], 50, [0, 10])).toEqual([8, 10]);
  });

  it('moves only what is zoomed', () => {
    expect(panX(none, seen(none), 0.1)).toBe(none);
    expect(panY(none, seen(none), 0.1)).toBe(none);
    const zoom: Zoom = { ...none, y: { loss: [0, 0.5] } };
    expect(panY(zoom, seen(zoom), 0.5).y).toEqual({ loss: [0.25, 0.75] });
  });
});

describe('keys', () => {
  const press = (key: string, cursor?: number, shiftKey = false): ReturnType<typeof keyAction> => {
    const keys = { key, shiftKey, ctrlKey: false, metaKey: false, altKey: false };
    return keyAction(keys, plot, viewOf(plot, none), none, cursor);
  };

  it('go from point to point and to the ends', () => {
    expect(press('ArrowRight')).toEqual({ type: 'cursor', x: 1 });
    expect(press('ArrowRight', 3)).toEqual({ type: 'cursor', x: 8 });
    expect(press('ArrowLeft', 3)).toEqual({ type: 'cursor', x: 2 });
    expect(press('ArrowRight', 8)).toEqual({ type: 'cursor', x: 8 });
    expect(press('Home', 8)).toEqual({ type: 'cursor', x: 1 });
    expect(press('End')).toEqual({ type: 'cursor', x: 8 });
  });

  it('zoom at the cursor, and show all again', () => {
    expect(press('+', 2)).toEqual({ type: 'zoom', zoom: { ...none, x: { epoch: [1, 6] } } });
    expect(press('0', 2)).toEqual({ type: 'zoom', zoom: none });
  });

  it('ask about a point, let go, and leave the others alone', () => {
    expect(press('Enter')).toEqual({ type: 'explain' });
    expect(press('Escape')).toEqual({ type: 'leave' });
    expect(press('a')).toBeUndefined();
  });
});
