import { describe, expect, it } from 'vitest';
import { count, loss, message, percent, ratio, translator } from '../../../src/l10n.ts';

const t = translator({}, 'en');

describe('translator', () => {
  it('fills places with text, figures and other messages', () => {
    const inner = message('{n} epochs', { n: count(1200) });
    expect(
      t(message('{name}: {share} after {inner}', { name: 'CE', share: percent(0.8123), inner })),
    ).toBe('CE: 81.2% after 1,200 epochs');
  });

  it('takes the text of the bundle and leaves an unknown place visible', () => {
    const zh = translator({ 'loss {loss}': '损失 {loss}' }, 'zh-cn');
    expect(zh(message('loss {loss}', { loss: 0.25 }))).toBe('损失 0.25');
    expect(t(message('loss {missing}'))).toBe('loss {missing}');
  });

  it('does not fill places that arguments bring along', () => {
    expect(t(message('{a} {b}', { a: '{b}', b: 'x' }))).toBe('{b} x');
  });

  it.each([
    [loss(NaN), 'NaN'],
    [loss(Infinity), '∞'],
    [loss(-Infinity), '−∞'],
    [loss(0), '0'],
    [loss(0.000012345), '1.23e−5'],
    [ratio(13.456), '13.5'],
    [loss(2.302585), '2.303'],
    [loss(1.5e7), '1.5e7'],
  ])('writes %j as %s', (figure, text) => {
    expect(t(message('{figure}', { figure }))).toBe(text);
  });
});
