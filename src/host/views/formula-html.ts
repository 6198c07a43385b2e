import { escapeHtml } from './escape-html.ts';

/** `_` lowers and `^` raises what follows: one character, or what stands in braces. */
export function formulaHtml(formula: string): string {
  return withScripts(escapeHtml(formula));
}

function withScripts(html: string): string {
  return html.replace(
    /([_^])(?:\{([^}]*)\}|(.))/gu,
    (_, mark: string, braced: string | undefined, single: string | undefined) => {
      const tag = mark === '_' ? 'sub' : 'sup';
      return `<${tag}>${withScripts(braced ?? single ?? '')}</${tag}>`;
    },
  );
}
