import type { Canvas } from '../charts/canvas.ts';
import { escapeXml } from './escape-xml.ts';

type Style = Pick<
  Canvas,
  'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineJoin' | 'font' | 'textAlign'
>;

interface Saved {
  readonly style: Style;
  readonly dash: readonly number[];
  /** Groups that were opened since. */
  groups: number;
}

/** A canvas whose strokes are elements of an SVG: what is painted on it is painted in every detail. */
export class SvgCanvas implements Canvas {
  fillStyle: Canvas['fillStyle'] = '#000';
  strokeStyle: Canvas['strokeStyle'] = '#000';
  lineWidth = 1;
  lineJoin: CanvasLineJoin = 'miter';
  font = '11px sans-serif';
  textAlign: CanvasTextAlign = 'start';
  readonly #elements: string[] = [];
  readonly #saved: Saved[] = [];
  #path: string[] = [];
  #dash: readonly number[] = [];
  #clips = 0;

  /** @param id its own among the SVGs of a document */
  constructor(readonly id: string) {}

  /** The elements, without the svg around them. */
  get content(): string {
    return this.#elements.join('\n');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineJoin, font, textAlign } = this;
    const style = { fillStyle, strokeStyle, lineWidth, lineJoin, font, textAlign };
    this.#saved.push({ style, dash: this.#dash, groups: 0 });
  }

  restore(): void {
    const saved = this.#saved.pop();
    if (saved === undefined) return;
    Object.assign(this, saved.style);
    this.#dash = saved.dash;
    for (let i = 0; i < saved.groups; i++) this.#elements.push('</g>');
  }

  /** What follows until the next `restore` is moved. */
  translate(x: number, y: number): void {
    this.#open(`transform="translate(${short(x)} ${short(y)})"`);
  }

  beginPath(): void {
    this.#path = [];
  }

  closePath(): void {
    this.#path.push('Z');
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${short(x)} ${short(y)}`);
  }

  lineTo(x: number, y: number): void {
    if (this.#path.length === 0) this.moveTo(x, y);
    else this.#path.push(`L${short(x)} ${short(y)}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.#path.push(`h${short(width)}v${short(height)}h${short(-width)}Z`);
  }

  /** Whole circles alone. */
  arc(x: number, y: number, radius: number): void {
    const half = `a${short(radius)} ${short(radius)} 0 1 1`;
    this.moveTo(x - radius, y);
    this.#path.push(`${half} ${short(2 * radius)} 0${half} ${short(-2 * radius)} 0Z`);
  }

  /** What follows until the next `restore` is seen within the path alone. */
  clip(): void {
    const id = `${this.id}-clip-${this.#clips++}`;
    this.#elements.push(`<clipPath id="${id}"><path d="${this.#path.join('')}"/></clipPath>`);
    this.#open(`clip-path="url(#${id})"`);
  }

  fill(): void {
    if (this.#path.length === 0) return;
    this.#elements.push(`<path d="${this.#path.join('')}" fill="${colour(this.fillStyle)}"/>`);
  }

  stroke(): void {
    if (this.#path.length === 0) return;
    this.#elements.push(`<path d="${this.#path.join('')}" fill="none" ${this.#stroke()}/>`);
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const size = `width="${short(width)}" height="${short(height)}"`;
    const at = `x="${short(x)}" y="${short(y)}"`;
    this.#elements.push(`<rect ${at} ${size} fill="${colour(this.fillStyle)}"/>`);
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="${colour(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="none" ${this.#stroke()}`, ' aria-hidden="true"');
  }

  setLineDash(dash: number[]): void {
    this.#dash = dash;
  }

  /** A group that the next `restore` closes. */
  #open(attribute: string): void {
    this.#elements.push(`<g ${attribute}>`);
    const saved = this.#saved.at(-1);
    if (saved !== undefined) saved.groups++;
  }

  #stroke(): string {
    const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.join(' ')}"` : '';
    const join = this.lineJoin === 'miter' ? '' : ` stroke-linejoin="${this.lineJoin}"`;
    const width = short(this.lineWidth);
    return `stroke="${colour(this.strokeStyle)}" stroke-width="${width}"${join}${dash}`;
  }

  #text(text: string, x: number, y: number, paint: string, more = ''): void {
    const [, weight = '400', size = '11', family = 'sans-serif'] =
      /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const font = `font-family="${escapeXml(family)}" font-size="${size}" font-weight="${weight}"`;
    const anchor = { right: 'end', end: 'end', center: 'middle', left: 'start', start: 'start' };
    const at = `x="${short(x)}" y="${short(y)}" text-anchor="${anchor[this.textAlign]}"`;
    this.#elements.push(`<text ${at} ${font} ${paint}${more}>${escapeXml(text)}</text>`);
  }
}

/** To a hundredth of a pixel; what has no place is drawn nowhere. */
function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toFixed(2))) : '-99999';
}

function colour(style: Canvas['fillStyle']): string {
  return typeof style === 'string' ? escapeXml(style) : 'none';
}
