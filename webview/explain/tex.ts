/** A loss with its reduction's factor, and on lines of their own what its formula adds: "p = …". */
export function valueTex(factor: string, formula: string): string[] {
  const [sum = '', ...where] = formula.split(/,\s*\\quad\s*/);
  return [`L = ${times(factor, sum)}`, ...where];
}

/** The gradient at the logits with the same factor. */
export function gradientTex(factor: string, formula: string): string {
  const bracketed = factor !== '' && isBareSum(formula) ? `(${formula})` : formula;
  return String.raw`\frac{\partial L}{\partial z} = ${times(factor, bracketed)}`;
}

/** The factor goes behind a leading minus: −⅟K Σ, not ⅟K −Σ. */
function times(factor: string, formula: string): string {
  if (factor === '') return formula;
  const isNegative = formula.startsWith('-');
  return `${isNegative ? '-' : ''}${factor}\\,${isNegative ? formula.slice(1) : formula}`;
}

/** Whether a + or − stands outside of all brackets, so that a factor needs some. */
export function isBareSum(formula: string): boolean {
  let depth = 0;
  for (let index = 0; index < formula.length; index++) {
    const character = formula.charAt(index);
    if ('([{'.includes(character)) depth++;
    if (')]}'.includes(character)) depth--;
    if (depth === 0 && index > 0 && /[+-]/.test(character)) return true;
  }
  return false;
}
