import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { experimentText } from '../../../src/experiment/experiment-text.ts';

describe('The text of an experiment', () => {
  const content = {
    title: 'Which “loss”?',
    base: { dataset: 'mnist', epochs: 3 },
    variants: [{ loss: 'focal' }, { loss: { name: 'huber', parameters: { delta: 2 } } }],
    seeds: [1, 2],
  };

  it('is JSON of the same content', () => {
    expect(parse(experimentText(content))).toEqual(content);
  });

  it('has a line for every setting of the whole, and for every variant', () => {
    expect(experimentText(content)).toBe(`{
  "title": "Which “loss”?",
  "base": { "dataset": "mnist", "epochs": 3 },
  "variants": [
    { "loss": "focal" },
    { "loss": { "name": "huber", "parameters": { "delta": 2 } } }
  ],
  "seeds": [1, 2]
}
`);
  });

  it('breaks what is too long for a line', () => {
    const long = { own: { kind: 'csv', path: 'a'.repeat(60), height: 28, width: 28, channels: 1 } };
    const text = experimentText({ base: { dataset: long } });
    expect(parse(text)).toEqual({ base: { dataset: long } });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
