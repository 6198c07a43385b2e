/** A number to three digits, or as many as are told, as TeX sets it: 0.00041 stays, 4.1e-7 becomes 4.1·10⁻⁷. */
export function texFigure(value: number, digits = 3): string {
  if (Number.isNaN(value)) return String.raw`\text{NaN}`;
  if (!Number.isFinite(value)) return value > 0 ? String.raw`\infty` : String.raw`-\infty`;
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
    return String.raw`${String(Number(mantissa))} \cdot 10^{${String(Number(exponent))}}`;
  }
  return String(Number(value.toPrecision(digits)));
}

/** The same where an exponent or a logarithm is of it: a power of ten needs brackets. */
export function texBase(value: number, digits = 3): string {
  return bracketed(texFigure(value, digits));
}

function bracketed(tex: string): string {
  return tex.includes('^') ? `(${tex})` : tex;
}

/** With so many digits that what is lost is little beside `whole`, as a difference of near numbers needs it. */
export function texBeside(value: number, whole: number): string {
  const [size, least] = [Math.log10(Math.abs(value)), Math.log10(Math.abs(whole))];
  const digits = Math.ceil(3 + Math.floor(size) - least);
  return texFigure(value, Number.isFinite(digits) ? Math.min(Math.max(digits, 3), 15) : 3);
}

/** A term of a sum behind others: " + 2.3" or " - 2.3". */
export function texTerm(value: number, whole: number): string {
  return value < 0 ? ` - ${texBeside(-value, whole)}` : ` + ${texBeside(value, whole)}`;
}

/**
 * A probability with three digits of itself and of what it lacks to 1, so that ln p and 1 − p can be worked
 * out from it: 0.99987, (1 − 4.1·10⁻⁷), and e^{−800} where p itself is rounded to 0.
 */
export function texProbability(p: number, rest: number, minusLn: number): string {
  if (p === 0) return bracketed(`e^{-${texFigure(minusLn)}}`);
  return rest < 1e-4 && rest > 0
    ? `(1 - ${texFigure(rest)})`
    : bracketed(texBeside(p, Math.min(rest, p)));
}
