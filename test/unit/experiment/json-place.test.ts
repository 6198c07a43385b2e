import { describe, expect, it } from 'vitest';
import {
  lineAndColumn,
  pathText,
  placeOf,
  type Location,
} from '../../../src/experiment/json-place.ts';
import { parseJson } from '../../../src/experiment/json-syntax.ts';

const text = `{
  // a comment with "loss": in it
  "base": { "loss": { "name": "focal" }, "sizes": [1, 22, { "a": 3 }] }
}`;

function pointedAt(location: Location): string {
  const json = parseJson(text);
  if (!json.ok) throw new Error('It does not parse');
  const { offset, length } = placeOf(json.tree, location);
  return text.slice(offset, offset + length);
}

describe('The place of a setting in a text', () => {
  it.each<[Location, string]>([
    [['base', 'loss', 'name'], '"focal"'],
    [['base', 'loss'], '"loss"'],
    [['base', 'sizes', 1], '22'],
    [['base', 'sizes', 2], '{'],
    [['base', 'sizes', 2, 'a'], '3'],
    [['base', 'loss', 'parameters', 'gamma'], '"loss"'],
    [['base', 'sizes', 7], '"sizes"'],
    [['variants', 0], '{'],
    [[], '{'],
  ])('%j is %s', (location, expected) => {
    expect(pointedAt(location)).toBe(expected);
  });

  it('is told in words as one writes it', () => {
    expect(pathText(['variants', 1, 'loss', 'name'])).toBe('variants[1].loss.name');
    expect(pathText([])).toBe('');
  });

  it('has a line and a column from 1 on, whatever ends a line', () => {
    const places = ['a\nbc', 'a\r\nbc', 'a\rbc'].map((each) =>
      lineAndColumn(each, each.length - 1),
    );
    expect(places).toEqual(Array(3).fill({ line: 2, column: 2 }));
    expect(lineAndColumn('abc', 0)).toEqual({ line: 1, column: 1 });
  });
});
