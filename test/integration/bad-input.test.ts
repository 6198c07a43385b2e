import * as assert from './assert.ts';
import { lab, small } from './lab.ts';

describe('Bad input', () => {
  const faults: [string, object, RegExp][] = [
    ['an unknown loss', { loss: { name: 'magic' } }, /loss\.name must be one of: cross-entropy/],
    [
      'a learning rate of 0',
      { optimizer: { name: 'sgd', learningRate: 0 } },
      /optimizer\.learningRate must be greater than 0/,
    ],
    ['a negative epoch count', { epochs: -1 }, /epochs must be at least 1/],
    ['a batch larger than the data', { batchSize: 10_001 }, /batchSize must be at most 10,000/],
    [
      'a style for a model that has none',
      { model: { name: 'softmax-regression', style: { activation: 'tanh' } } },
      /model\.style is of no use: this model has no hidden layer/,
    ],
    [
      'a model that does not fit the data set',
      { dataset: 'fashion-scenes' },
      /model does not fit the data set, which takes one of: unet/,
    ],
    ['an unknown setting', { learningrate: 1 }, /learningrate is not a known setting/],
  ];
  for (const [what, change, error] of faults) {
    it(`${what} starts nothing and says where and what`, async () => {
      const api = await lab();
      const before = api.runs.length;
      await assert.rejects(api.start(small, { ...small, ...change }), error);
      assert.equal(api.runs.length, before);
    });
  }
});
