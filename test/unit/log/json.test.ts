import { describe, expect, it } from 'vitest';
import { decodeJson, encodeJson } from '../../../src/run/json.ts';

describe('encodeJson', () => {
  it.each([
    [[NaN, Infinity, -Infinity, 0], '["#NaN","#Infinity","#-Infinity",0]'],
    [-0, '"#-0"'],
    ['#NaN', '"##NaN"'],
    [{ a: [{ b: '#' }], c: null, d: true }, '{"a":[{"b":"##"}],"c":null,"d":true}'],
  ])('writes %j as %s', (value, text) => {
    expect(encodeJson(value)).toBe(text);
  });

  it.each([
    NaN,
    Infinity,
    -Infinity,
    -0,
    0,
    5e-324,
    Number.MAX_VALUE,
    '#',
    '##',
    '#-0',
    '##Infinity',
    'a#',
    '',
    null,
    false,
    [],
    { __proto__: null, toJSON: '#toJSON', nested: [{ x: [NaN, '#NaN'] }] },
    JSON.parse('{"__proto__": "#a", "constructor": 1}'),
  ])('loses nothing of %j', (value: unknown) => {
    expect(decodeJson(encodeJson(value))).toEqual(value);
  });
});

describe('decodeJson', () => {
  it('reads plain JSON as it is', () => {
    expect(decodeJson('{"a": [1, "b"]}')).toEqual({ a: [1, 'b'] });
  });

  it('reads NaN among numbers, and texts among them', () => {
    expect(decodeJson('[1, "#NaN", [2.5, "#Infinity"], ["#a", 1], [1, 2]]')).toEqual([
      1,
      NaN,
      [2.5, Infinity],
      ['a', 1],
      [1, 2],
    ]);
  });

  it('refuses what is not JSON', () => {
    expect(() => decodeJson('{"a":')).toThrow(SyntaxError);
  });
});
