import { expect, test } from 'vitest';
import { LossLabError } from '../../../src/error.ts';
import { message } from '../../../src/l10n.ts';
import { failureReason } from '../../../src/training/failure.ts';

test('a reason for the person is passed on', () => {
  const reason = message('The disk is full.');
  expect(failureReason(new LossLabError(reason))).toEqual(reason);
});

test('memory that cannot grow is told as such, whoever says so', () => {
  for (const error of [
    new RangeError('Array buffer allocation failed'),
    new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded'),
    new RangeError('Invalid typed array length: 99999999999'),
    new WebAssembly.RuntimeError('Aborted(OOM)'),
  ]) {
    expect(failureReason(error)?.text).toMatch(/memory is used up/i);
  }
});

test('other errors are bugs', () => {
  expect(failureReason(new TypeError('x is undefined'))).toBeUndefined();
  expect(failureReason(new RangeError('Nothing at 3'))).toBeUndefined();
  expect(failureReason('thrown text')).toBeUndefined();
});
