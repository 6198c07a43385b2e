/* Pictures of the walkthrough: drawn in the colours of the window's theme, with no words to translate. */

const width = 480;
const height = 300;
const lineHeight = 18;
const plot = { left: 64, right: 416, top: 24, bottom: 252 } as const;

/** Of the runs in the panel, by their place in a comparison. */
export const runColour = (place: number): string => `var(--vscode-lossLab-run${String(place + 1)})`;
export const ink = 'var(--vscode-foreground)';

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly isLog?: boolean;
  readonly ticks: readonly (readonly [value: number, text: string])[];
}

export type Point = readonly [x: number, y: number];

/** A line with its symbol at its right end, in place of a legend. */
export interface Line {
  readonly points: readonly Point[];
  readonly colour: string;
  readonly symbol: string;
  readonly isDashed?: boolean;
}

export function picture(elements: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" font-size="15" font-family="var(--vscode-font-family)" fill="${ink}">`,
    ...elements.map((element) => `  ${element}`),
    '</svg>\n',
  ].join('\n');
}

/** Axes, grid and lines; a value that is no number leaves a gap. */
export function linePlot(x: Axis, y: Axis, lines: readonly Line[]): string[] {
  const place = ([u, v]: Point): Point => [
    along(x, u, plot.left, plot.right),
    along(y, v, plot.bottom, plot.top),
  ];
  const drawn = lines.map(({ points, ...line }) => {
    const at = points.filter(([, value]) => Number.isFinite(value)).map(place);
    return { ...line, at, end: at.at(-1) ?? place([x.to, y.from]) };
  });
  const heights = apart(drawn.map(({ end }) => end[1]));
  return [
    ...y.ticks.flatMap(([value, label]) => horizontal(place([x.from, value])[1], label)),
    ...x.ticks.map(([value, label]) =>
      text(place([value, y.from])[0], plot.bottom + 24, label, 'middle'),
    ),
    ...drawn.flatMap(({ at, end, colour, symbol, isDashed }, index) => [
      polyline(at, colour, isDashed === true),
      marker(end, colour, index),
      ...(symbol === ''
        ? []
        : [text(end[0] + 12, (heights[index] ?? 0) + 5, symbol, 'start', colour)]),
    ]),
  ];
}

/** The same heights, no two of which are closer than a line of text. */
function apart(heights: readonly number[]): number[] {
  const moved = [...heights];
  const order = heights
    .map((_, index) => index)
    .sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  let above = -Infinity;
  for (const index of order) {
    above = Math.max(heights[index] ?? 0, above + lineHeight);
    moved[index] = above;
  }
  return moved;
}

/** What the lines are, from the right top corner of the plot down. */
export function legend(entries: readonly (readonly [symbol: string, colour: string])[]): string[] {
  return entries.map(([symbol, colour], index) =>
    text(plot.right, plot.top + 24 * (index + 1), symbol, 'end', colour),
  );
}

function polyline(points: readonly Point[], colour: string, isDashed: boolean): string {
  const path = points.map(([u, v]) => `${short(u)},${short(v)}`).join(' ');
  const dash = isDashed ? ' stroke-dasharray="7 5"' : '';
  return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2.5"${dash}/>`;
}

/** Told apart by its shape too. */
function marker([x, y]: Point, colour: string, index: number): string {
  if (index % 2 === 0) return `<circle cx="${short(x)}" cy="${short(y)}" r="5" fill="${colour}"/>`;
  const corners = [[0, -6.5], [6.5, 0], [0, 6.5], [-6.5, 0]] as const; // prettier-ignore
  const points = corners.map(([u, v]) => `${short(x + u)},${short(y + v)}`).join(' ');
  return `<polygon points="${points}" fill="${colour}"/>`;
}

function horizontal(y: number, label: string): string[] {
  const ends = `x1="${String(plot.left)}" x2="${String(plot.right)}" y1="${short(y)}" y2="${short(y)}"`;
  return [
    `<line ${ends} stroke="${ink}" stroke-opacity="0.2"/>`,
    text(plot.left - 8, y + 5, label, 'end'),
  ];
}

export function text(
  x: number,
  y: number,
  content: string,
  anchor: 'start' | 'middle' | 'end',
  colour = ink,
): string {
  return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" fill="${colour}">${content}</text>`;
}

function along({ from, to, isLog }: Axis, value: number, start: number, end: number): number {
  const scale = isLog === true ? Math.log : (x: number) => x;
  const share = (scale(value) - scale(from)) / (scale(to) - scale(from));
  return start + Math.min(1, Math.max(0, share)) * (end - start);
}

export const short = (value: number): string => String(Math.round(value * 10) / 10);
