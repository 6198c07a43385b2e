import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { TextRange } from './json-syntax.ts';

/** Where in a document: the names of settings and the indices of lists, from the outside in. */
export type Location = readonly (string | number)[];

/** "variants[1].loss.name" */
export function pathText(location: Location): string {
  return location
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** The node at `location`, if it is written. */
export function nodeAt(tree: Node, location: Location): Node | undefined {
  return findNodeAtLocation(tree, [...location]);
}

/**
 * The text to point at: the value at `location`, or the name of the innermost setting around it that is
 * written; for the whole, the first bracket.
 */
export function placeOf(tree: Node, location: Location): TextRange {
  const exact = nodeAt(tree, location);
  if (exact && location.length > 0) return isContainer(exact) ? nameOf(exact) : exact;
  for (let length = location.length - 1; length > 0; length--) {
    const around = nodeAt(tree, location.slice(0, length));
    if (around) return nameOf(around);
  }
  return { offset: tree.offset, length: Math.min(1, tree.length) };
}

/** The name before a value; an entry of a list has none, and is pointed at by its first character. */
function nameOf(node: Node): TextRange {
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return name ?? { offset: node.offset, length: 1 };
}

function isContainer({ type }: Node): boolean {
  return type === 'object' || type === 'array';
}

/** From 1 on, as editors count. */
export interface LineAndColumn {
  readonly line: number;
  readonly column: number;
}

/** Lines end with \n, \r\n or \r. */
export function lineAndColumn(text: string, offset: number): LineAndColumn {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
