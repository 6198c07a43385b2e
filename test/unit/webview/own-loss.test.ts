import { expect, test } from 'vitest';
import { lossNames } from '../../../src/experiment/losses/catalogue.ts';
import { lossSpec, ownLossSpec } from '../../../src/experiment/losses/loss-spec.ts';
import { lossLabel } from '../../../src/experiment/names.ts';
import { chanceLevel } from '../../../src/insight/chance.ts';
import { translator } from '../../../src/l10n.ts';
import { identity, runOf } from '../make-run.ts';
import { explainedLosses, otherLosses, shownLosses } from '../../../webview/panel/shown-losses.ts';
import { pullPlot } from '../../../webview/plots/pull.ts';
import { keyOf, seriesOf, titleOf, unitOf } from '../../../webview/plots/shown-loss.ts';

const english = translator({}, 'en');
const own = ownLossSpec('/w/losses/my-loss.mjs');
const runs = [own, lossSpec('cross-entropy')].map((loss) => runOf([], identity({}, { loss })));

test('a loss of one’s own has the name of its file, on Windows too', () => {
  expect(english(lossLabel(own))).toBe('Own loss my-loss.mjs');
  expect(english(lossLabel(ownLossSpec('C:\\w\\my loss.mjs')))).toBe('Own loss my loss.mjs');
});

test('it is plotted by what its run measured, on its run alone', () => {
  const [ruler, shown] = shownLosses(runs, []);
  if (!ruler || !shown) throw new Error('They are not shown');
  expect([keyOf(ruler), keyOf(shown)]).toEqual(['cross-entropy', JSON.stringify(own)]);
  const [run] = runs;
  if (!run) throw new Error('There is no run');
  expect(seriesOf(shown)({ ...run.epochs.train, objective: [7] })).toEqual([7]);
  expect(english(titleOf(shown, 2))).toBe('Own loss my-loss.mjs');
  expect(english(unitOf(shown))).toBe('as its module has it');
});

test('it is explained beside the others, but has no curve over the margin and no level of chance', () => {
  expect(explainedLosses(runs, []).map(({ name }) => name)).toEqual(['own', 'cross-entropy']);
  const drawn = [own, lossSpec('cross-entropy')].map((spec, slot) => ({ spec, slot }));
  expect(pullPlot(drawn, 10, 'trained').series).toHaveLength(1);
  expect(chanceLevel(own, 10)).toBeUndefined();
});

test('nobody is offered it without a module', () => {
  expect(otherLosses([])).toEqual(lossNames);
  expect(lossNames).not.toContain('own');
});
