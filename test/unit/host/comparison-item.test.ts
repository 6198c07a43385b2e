import { expect, test, vi } from 'vitest';
import { comparisonItem } from '../../../src/host/views/comparison-item.ts';
import type { Comparison } from '../../../src/insight/comparisons.ts';
import { message, translator } from '../../../src/l10n.ts';
import type { RunState } from '../../../src/run/run.ts';
import { runOf } from '../make-run.ts';

vi.mock('vscode', async () => (await import('./fake-window.ts')).shown.vscode);

const t = translator({}, 'en');

function comparison(...states: RunState[]): Comparison {
  const runs = states.map((state) => Object.assign(runOf([]), { state }));
  return {
    id: 'a',
    kind: 'study',
    title: message('How depth shrinks the gradient'),
    short: message('Depth'),
    runs,
  };
}

const itemOf = (...states: RunState[]) => comparisonItem(comparison(...states), t);

test('offers what can be done with any of its runs', () => {
  expect(itemOf('running', 'completed').contextValue).toBe('comparison.pause.stop');
  expect(itemOf('paused', 'running').contextValue).toBe('comparison.pause.resume.stop');
  expect(itemOf('completed', 'diverged').contextValue).toBe('comparison');
});

test('offers no pause that would only let its next run begin', () => {
  expect(itemOf('running', 'queued').contextValue).toBe('comparison.stop');
  expect(itemOf('paused', 'queued').contextValue).toBe('comparison.resume.stop');
});

test('is open while it trains, and says what it is to those who do not see its icon', () => {
  const { Collapsed, Expanded } = collapsible;
  expect(itemOf('completed', 'queued').collapsibleState).toBe(Expanded);
  const ended = itemOf('completed', 'diverged');
  expect(ended.collapsibleState).toBe(Collapsed);
  expect(ended.accessibilityInformation?.label).toBe(
    'Study: How depth shrinks the gradient, 2 runs · 1 diverged',
  );
});

test('has a short name and figures, and the whole in its tooltip', () => {
  const { label, description, tooltip } = itemOf('running', 'completed', 'queued');
  expect([label, description]).toEqual(['Depth', '1/3 · running']);
  expect(tooltip).toBe('Study: How depth shrinks the gradient\n1 of 3 done · running');
});

/** VS Code's numbers. */
const collapsible = { Collapsed: 1, Expanded: 2 };
