import { adam, fewFashion, relu, sgd } from './settings.ts';
import type { Case } from './suite.ts';

/* Settings that anyone would call usual, each for few epochs and on few images: written down before any
   rule saw them, and none was taken out since. */

const fewMnist = { name: 'mnist', share: 0.3 };
const digits = { dataset: 'digits' };

const specs: readonly Case['spec'][] = [
  { ...digits, model: 'mlp', epochs: 20 },
  { ...digits, model: 'mlp', optimizer: 'adam', epochs: 12 },
  { ...digits, model: 'mlp', optimizer: 'momentum', epochs: 12 },
  { ...digits, model: 'mlp', optimizer: 'rmsprop', epochs: 12 },
  { ...digits, model: 'softmax-regression', epochs: 20 },
  { ...digits, model: { name: 'mlp', style: { dropout: 0.2 } }, optimizer: 'adam', epochs: 15 },
  { ...digits, model: { name: 'mlp', style: { batchNorm: true } }, epochs: 12 },
  { ...digits, model: { name: 'mlp', style: { activation: 'tanh', initializer: 'glorot-uniform' } }, epochs: 20 },
  { ...digits, model: { name: 'mlp', style: { activation: 'sigmoid', initializer: 'glorot-uniform' } }, optimizer: 'adam', epochs: 25 },
  { ...digits, model: { name: 'deep-mlp', style: relu }, optimizer: 'adam', epochs: 10 },
  { ...digits, model: { name: 'deep-mlp', style: { activation: 'tanh' } }, optimizer: 'adam', epochs: 10 },
  { ...digits, model: { name: 'deep-mlp', style: { ...relu, batchNorm: true } }, epochs: 10 },
  { ...digits, model: 'cnn', optimizer: 'adam', epochs: 6 },
  { ...digits, model: 'mlp', optimizer: { name: 'sgd', learningRate: 0.1, schedule: { name: 'cosine' } }, epochs: 20 },
  { ...digits, model: 'mlp', loss: 'mean-squared-error', optimizer: sgd(1), epochs: 20 },
  { ...digits, model: 'mlp', loss: 'mean-squared-error-linear', optimizer: sgd(0.1), epochs: 20 },
  { ...digits, model: 'mlp', loss: 'binary-cross-entropy', optimizer: sgd(0.3), epochs: 20 },
  { ...digits, model: 'mlp', loss: 'focal', optimizer: 'adam', epochs: 12 },
  { ...digits, model: 'mlp', loss: 'generalised-cross-entropy', optimizer: 'adam', epochs: 12 },
  { dataset: fewFashion, model: 'mlp', epochs: 8 },
  { dataset: fewFashion, model: 'softmax-regression', epochs: 10 },
  { dataset: fewFashion, model: 'mlp', optimizer: 'adam', epochs: 5 },
  { dataset: fewFashion, model: 'cnn', optimizer: 'adam', epochs: 3 },
  { dataset: fewMnist, model: 'mlp', optimizer: 'momentum', epochs: 5 },
  { dataset: fewMnist, model: { name: 'deep-mlp', style: relu }, optimizer: 'adam', epochs: 4 },
]; // prettier-ignore

/** Written down after the thresholds were chosen but for poor-initialisation, dead-relu, saturation and label-noise, so that none could be fitted to them. */
const unseen: readonly Case['spec'][] = [
  { ...digits, model: 'mlp', batchSize: 16, optimizer: sgd(0.02), epochs: 12 },
  { ...digits, model: 'mlp', batchSize: 256, optimizer: adam(0.003), epochs: 25 },
  { ...digits, model: 'mlp', optimizer: 'adamw', epochs: 15 },
  { ...digits, model: 'mlp', optimizer: 'nesterov', epochs: 12 },
  { ...digits, model: 'mlp', optimizer: { name: 'adam', weightDecay: 0.001 }, epochs: 20 },
  { ...digits, model: 'mlp', loss: { name: 'cross-entropy', parameters: { labelSmoothing: 0.1 } }, optimizer: 'adam', epochs: 15 },
  { ...digits, model: 'mlp', loss: { name: 'cross-entropy', batch: 'sum' }, optimizer: sgd(0.001), epochs: 20 },
  { dataset: { name: 'digits', augmentation: { shift: 1 } }, model: 'mlp', optimizer: 'adam', epochs: 15 },
  { dataset: { name: 'digits', labelNoise: 0.05 }, model: 'mlp', optimizer: 'adam', epochs: 12 },
  { dataset: { name: 'digits', imbalance: 3 }, model: 'mlp', optimizer: 'adam', epochs: 12 },
  { dataset: fewMnist, model: 'softmax-regression', optimizer: sgd(0.1), epochs: 8 },
  { dataset: fewMnist, model: { name: 'cnn', style: { batchNorm: true } }, optimizer: 'momentum', epochs: 2 },
  { dataset: { name: 'fashion-mnist', share: 0.2 }, model: { name: 'mlp', size: { layers: 3 }, style: { ...relu, dropout: 0.2 } }, optimizer: 'adam', epochs: 8 },
  { dataset: { name: 'fashion-mnist', share: 0.2 }, model: { name: 'mlp', style: { activation: 'tanh' } }, optimizer: 'momentum', epochs: 8 },
  { dataset: fewFashion, model: 'mlp', optimizer: { name: 'adam', schedule: { name: 'step' } }, epochs: 8 },
]; // prettier-ignore

export const healthy: readonly Case[] = [...specs, ...unseen].map((spec) => ({ spec, faults: [] }));
