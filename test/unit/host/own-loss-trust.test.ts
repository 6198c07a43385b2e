import { expect, test } from 'vitest';
import { lossSpec, ownLossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { defaultSpec } from '../../../src/experiment/spec.ts';
import { checkTrust } from '../../../src/host/own-loss-trust.ts';

const own = { ...defaultSpec, loss: ownLossSpec('/w/loss.mjs') };
const workspace = (isTrusted: boolean) => ({
  isTrusted,
  holds: (path: string): boolean => path.startsWith('/w/'),
});

test('a loss in a trusted workspace is run', () => {
  expect(() => checkTrust(own, workspace(true))).not.toThrow();
});

test('a loss in a workspace that is not trusted is not run, and it is said why', () => {
  expect(() => checkTrust(own, workspace(false))).toThrow(
    'The loss in /w/loss.mjs is code of this workspace, which is not trusted, so it is not run.',
  );
});

test('a loss from elsewhere is not run in any', () => {
  const elsewhere = { ...own, loss: ownLossSpec('/wherever/loss.mjs') };
  expect(() => checkTrust(elsewhere, workspace(true))).toThrow('lies outside the folders');
});

test('what is no code needs no trust', () => {
  const known = { ...own, loss: lossSpec('focal') };
  expect(() => checkTrust(known, workspace(false))).not.toThrow();
});
