import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Record<string, string>;

/** Every first argument of a call `message(…)` in the sources, with where it stands. */
function messages(): { text: string | undefined; place: string }[] {
  return ['src', 'webview'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('dev'))
      .flatMap((file) => messagesOf(path.join(folder, file))),
  );
}

function messagesOf(file: string): { text: string | undefined; place: string }[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: { text: string | undefined; place: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'message') {
      const [first] = node.arguments;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const text = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
      found.push({ text, place: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
const bundle = read('l10n/bundle.l10n.zh-cn.json');
const used = messages();

describe('translation', () => {
  it('finds the messages of the sources, each a literal that can be collected', () => {
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter(({ text }) => text === undefined)).toEqual([]);
  });

  it('has Chinese for every message', () => {
    expect(used.filter(({ text }) => text !== undefined && !(text in bundle))).toEqual([]);
  });

  it('has no Chinese that nothing uses', () => {
    const texts = new Set(used.map(({ text }) => text));
    expect(Object.keys(bundle).filter((text) => !texts.has(text))).toEqual([]);
  });

  it('keeps every place in the translation', () => {
    for (const [english, chinese] of Object.entries(bundle))
      expect(places(chinese), english).toEqual(places(english));
  });

  it('has the manifest in both languages, and no key that is not used', () => {
    const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
    const keys = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '').sort();
    const english = Object.keys(read('package.nls.json')).sort();
    expect(english).toEqual([...new Set(keys)]);
    expect(Object.keys(read('package.nls.zh-cn.json')).sort()).toEqual(english);
  });
});
