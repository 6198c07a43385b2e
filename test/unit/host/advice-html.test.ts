import { describe, expect, test } from 'vitest';
import { advise } from '../../../src/insight/advisor/advise.ts';
import { firstAnswers, type Answers } from '../../../src/insight/advisor/answers.ts';
import { adviceHtml } from '../../../src/host/views/advice-html.ts';
import { formulaHtml } from '../../../src/host/views/formula-html.ts';
import { translator } from '../../../src/l10n.ts';
import { chinese } from '../experiment/chinese.ts';
import { everyAnswer } from '../insight/advisor/every-answer.ts';

const english = translator({}, 'en');
const address = 'losslab://advice/x.losslab.json';
const htmlOf = (answers: Partial<Answers> = {}, t = english): string =>
  adviceHtml(advise({ ...firstAnswers, ...answers }), address, t, 'n0nce');

describe('The page of an advice', () => {
  test('has a policy that allows its one style, and no script, no address but one command', () => {
    for (const answers of everyAnswer) {
      const html = htmlOf(answers);
      expect(html).toContain(`content="default-src 'none'; style-src 'nonce-n0nce'"`);
      expect(html).not.toMatch(/<script|javascript:|\son\w+=|\sstyle=|https?:|<img/);
      const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
      expect(links.length).toBeLessThanOrEqual(1);
      for (const link of links) expect(link).toMatch(/^command:lossLab\.runExperiment\?/);
    }
  });

  test('has the colours of the theme alone', () => {
    expect(htmlOf().match(/:\s*(#[0-9a-f]{3,8}\b|rgb)/gi)).toBeNull();
  });

  test('links to the comparison by its address', () => {
    const [, query = ''] = /runExperiment\?([^"]*)"/.exec(htmlOf()) ?? [];
    expect(JSON.parse(decodeURIComponent(query))).toEqual([address]);
  });

  test('says why nothing can be run where Loss Lab has no such data', () => {
    const html = htmlOf({ problem: 'multi-label', output: 'sigmoid' });
    expect(html).not.toContain('href');
    expect(html).toContain('cannot be settled in it');
  });

  test('shows each choice with formula, reason, source and three lines of code', () => {
    const html = htmlOf();
    expect(html.match(/class="choice"/g)).toHaveLength(2);
    expect(html.match(/First choice/g)).toHaveLength(1);
    expect(html).toContain('L = −ln p<sub>y</sub>,  p = softmax(z)');
    expect(html).toContain('<cite>Golik et al. 2013</cite>');
    expect(html).toContain('<code>F.cross_entropy(logits, labels)</code>');
    expect(html).toContain('<code>tf.losses.softmaxCrossEntropy(onehot, logits)</code>');
    expect(html).toContain('published, not measured here');
  });

  test('code and reasons are text, whatever is in them', () => {
    const html = htmlOf({ problem: 'segmentation', imbalance: 'uneven' });
    expect(html).toContain('β &#62; α');
    expect(html).toContain('reduction=None');
  });

  test('says that an activation is to be left out where a loss takes none', () => {
    const html = htmlOf({ output: 'sigmoid' });
    expect(html).toContain('Leave out the activation of the last layer');
    expect(htmlOf()).not.toContain('Leave out the activation');
  });

  test('speaks Chinese to a reader of Chinese, in every sentence', () => {
    for (const answers of everyAnswer) {
      const html = htmlOf(answers, translator(chinese, 'zh-cn'));
      expect(html).toContain('<html lang="zh-cn">');
      const texts = [...html.matchAll(/<(?:p|li|h2|dd|dt|summary)(?: class="\w+")?>([^<]{40,})</g)];
      for (const [, text = ''] of texts)
        if (!text.includes('L =')) expect(text).toMatch(/\p{Script=Han}/u);
    }
  });
});

test('formulas are lowered and raised, within each other too', () => {
  expect(formulaHtml('p_y^2 & e^{−(z_i − z_j)}')).toBe(
    'p<sub>y</sub><sup>2</sup> &#38; e<sup>−(z<sub>i</sub> − z<sub>j</sub>)</sup>',
  );
});
