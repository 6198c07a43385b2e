/**
 * Rectangles that stand beside each other, as one closed shape in a canvas's path: along their tops and
 * back along their bottoms.
 */
export class Shape {
  /** The right and lower edges of the rectangles so far, by twos. */
  readonly #back: number[] = [];
  #left = 0;

  constructor(readonly path: Pick<CanvasPath, 'moveTo' | 'lineTo' | 'closePath'>) {}

  /** One more, to the right of the last. */
  add(left: number, right: number, top: number, bottom: number): void {
    if (this.#back.length > 0) this.path.lineTo(left, top);
    else {
      this.path.moveTo(left, top);
      this.#left = left;
    }
    this.path.lineTo(right, top);
    this.#back.push(right, bottom);
  }

  /** Ends the shape, if there is one; the next rectangle begins another. */
  close(): void {
    const back = this.#back;
    for (let at = back.length - 2; at >= 0; at -= 2) {
      this.path.lineTo(back[at] ?? NaN, back[at + 1] ?? NaN);
      this.path.lineTo(at > 0 ? (back[at - 2] ?? NaN) : this.#left, back[at + 1] ?? NaN);
    }
    if (back.length > 0) this.path.closePath();
    back.length = 0;
  }
}
