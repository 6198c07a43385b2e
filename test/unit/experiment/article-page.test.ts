import { describe, expect, it } from 'vitest';
import { articlePage } from '../../../src/experiment/examples/article-page.ts';
import { translator } from '../../../src/l10n.ts';
import { chinese } from './chinese.ts';

const page = articlePage(translator({}, 'en'));

describe('The page of the article’s example', () => {
  it('names five faults, each with a line that mends it', () => {
    expect(page.match(/^### \d\. .+$/gm)).toEqual([
      '### 1. Whole numbers given to a loss of one-hot labels',
      '### 2. No Flatten',
      '### 3. An input_shape that is not that of the data',
      '### 4. Probabilities called logits',
      '### 5. One batch, no validation, labels drawn by lot',
    ]);
    expect(page.match(/```python\n[^`]+\n```/g)).toHaveLength(5);
  });

  it('has no paragraph in English for a reader of Chinese', () => {
    const paragraphs = articlePage(translator(chinese, 'zh-cn')).split('\n\n');
    const text = paragraphs.filter((each) => !each.startsWith('```'));
    expect(text.filter((each) => !/\p{Script=Han}/u.test(each))).toEqual([]);
    expect(paragraphs).toHaveLength(page.split('\n\n').length);
  });

  it('gives the loss of ten classes that are all as likely', () => {
    expect(page).toContain(`ln 10 ≈ ${Math.log(10).toFixed(3)}`);
  });
});
