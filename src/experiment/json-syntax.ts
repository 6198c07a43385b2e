import {
  createScanner,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import { message, type Message } from '../l10n.ts';

/** A part of a text, in UTF-16 code units. */
export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

export interface SyntaxProblem extends TextRange {
  readonly message: Message;
}

export type ParsedJson =
  | { readonly ok: true; readonly tree: Node }
  | { readonly ok: false; readonly problems: readonly SyntaxProblem[] };

/** Brackets in brackets: far more than any experiment has, and far fewer than exhaust the stack. */
const deepest = 100;

/** JSON in which comments and trailing commas are allowed, as a tree that knows its places. Never throws. */
export function parseJson(text: string): ParsedJson {
  const depth = tooDeep(text);
  if (depth) return { ok: false, problems: [depth] };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (tree && errors.length === 0) return { ok: true, tree };
  const problems = errors.map(({ error, offset, length }) => ({
    offset,
    length,
    message: explain(printParseErrorCode(error)),
  }));
  const empty = { offset: 0, length: text.length, message: explain('ValueExpected') };
  return { ok: false, problems: problems.length > 0 ? problems : [empty] };
}

/** The bracket that is one too many, before a parser goes into it. */
function tooDeep(text: string): SyntaxProblem | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const token = text.charAt(scanner.getTokenOffset());
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > deepest) {
      const text = message('Brackets lie in brackets more than {limit} deep', { limit: deepest });
      return { offset: scanner.getTokenOffset(), length: 1, message: text };
    }
  }
  return undefined;
}

function explain(code: ReturnType<typeof printParseErrorCode>): Message {
  switch (code) {
    case 'PropertyNameExpected':
      return message('A setting’s name in double quotes is expected here');
    case 'ValueExpected':
      return message('A value is expected here');
    case 'ColonExpected':
      return message('A colon is expected here');
    case 'CommaExpected':
      return message('A comma is expected here');
    case 'CloseBraceExpected':
      return message('A closing } is expected here');
    case 'CloseBracketExpected':
      return message('A closing ] is expected here');
    case 'EndOfFileExpected':
      return message('The file should end here');
    case 'UnexpectedEndOfString':
      return message('This text has no closing double quote');
    case 'UnexpectedEndOfComment':
      return message('This comment has no end');
    default:
      return message('This is not valid JSON');
  }
}
