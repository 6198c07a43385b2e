/**
 * What a formula of numbers alone comes to, so that what a person reads can be worked out as the person would:
 * sums, products, quotients, powers, brackets, \ln, \sqrt, \tfrac, \max and e. Throws at anything else.
 */
export function texValue(tex: string): number {
  const tokens = tex.replace(/\\[,;]/g, ' ').match(/\\[a-z]+|\d+(?:\.\d+)?|\S/gi) ?? [];
  let at = 0;
  const next = (): string | undefined => tokens[at];
  const take = (wanted: string): void => {
    if (tokens[at++] !== wanted) throw new Error(`${wanted} expected before ${tokens.slice(at - 1).join(' ')} in ${tex}`);
  };
  const takes = (token: string): boolean => next() === token && at++ >= 0;

  function sum(): number {
    let value = takes('-') ? -product() : product();
    for (;;) {
      if (takes('+')) value += product();
      else if (takes('-')) value -= product();
      else return value;
    }
  }
  function product(): number {
    let value = power();
    for (;;) {
      if (takes('\\cdot')) value *= power();
      else if (takes('/')) value /= power();
      else if (beginsFactor(next())) value *= power();
      else return value;
    }
  }
  function power(): number {
    const base = atom();
    return takes('^') ? base ** (next() === '{' ? group('{', '}') : atom()) : base;
  }
  function group(open: string, close: string): number {
    take(open);
    const value = sum();
    take(close);
    return value;
  }
  /** Of e^x it is x, also where e^x is rounded to 0. */
  function logarithm(): number {
    if (tokens.slice(at, at + 3).join(' ') !== '( e ^') return Math.log(power());
    at += 3;
    const value = group('{', '}');
    take(')');
    return value;
  }
  function atom(): number {
    if (next() === '(') return group('(', ')');
    if (takes('e')) return Math.E;
    if (takes('\\ln')) return logarithm();
    if (takes('\\sqrt')) return Math.sqrt(group('{', '}'));
    if (takes('\\tfrac')) return group('{', '}') / group('{', '}');
    if (takes('\\max')) {
      take('(');
      const first = sum();
      take(',');
      const value = Math.max(first, sum());
      take(')');
      return value;
    }
    const number = tokens[at++] ?? '';
    if (!/^\d/.test(number)) throw new Error(`a number expected, not ${number}, in ${tex}`);
    return Number(number);
  }

  const value = sum();
  if (at < tokens.length) throw new Error(`${tokens.slice(at).join(' ')} is left of ${tex}`);
  return value;
} // prettier-ignore

function beginsFactor(token = ''): boolean {
  return /^(\d|\(|e$|\\(ln|sqrt|tfrac))/.test(token);
}
