/** A number to three digits as TeX sets it: 0.00041 stays, 4.1e-7 becomes 4.1·10⁻⁷. */
export function texFigure(value: number): string {
  if (Number.isNaN(value)) return String.raw`\text{NaN}`;
  if (!Number.isFinite(value)) return value > 0 ? String.raw`\infty` : String.raw`-\infty`;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [mantissa = '', exponent = ''] = value.toExponential(2).split('e');
    return String.raw`${String(Number(mantissa))} \cdot 10^{${String(Number(exponent))}}`;
  }
  return String(Number(value.toPrecision(3)));
}
