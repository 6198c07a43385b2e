import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exportReport } from '../../../src/host/views/export-report.ts';
import type { Panel } from '../../../src/host/views/panel.ts';
import { newRun } from '../../../src/run/reduce.ts';
import type { Run } from '../../../src/run/run.ts';
import { identity } from '../make-run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A panel whose page does what the test says. */
function setUp(runs: readonly Run[] = [newRun(identity())]) {
  const did: string[] = [];
  const page = { isListening: false, askForReport: () => void did.push('asked') };
  const panel = { show: () => void did.push('shown'), runs, channel: page as typeof page | undefined };
  return { did, page, panel, report: () => exportReport(panel as unknown as Panel) };
} // prettier-ignore

test('a page that shows its runs is asked at once', async () => {
  const { did, page, report } = setUp();
  page.isListening = true;
  await report();
  expect(did).toEqual(['shown', 'asked']);
});

test('a page that begins is asked once it shows its runs', async () => {
  const { did, page, report } = setUp();
  const reported = report();
  await vi.advanceTimersByTimeAsync(5000);
  expect(did).toEqual(['shown']);
  page.isListening = true;
  await vi.advanceTimersByTimeAsync(200);
  await reported;
  expect(did).toEqual(['shown', 'asked']);
});

test('a person who closes the panel meanwhile gets no report', async () => {
  const { did, panel, report } = setUp();
  const reported = report();
  panel.channel = undefined;
  await vi.advanceTimersByTimeAsync(200);
  await reported;
  expect(did).toEqual(['shown']);
});

test('without runs, or where no page comes, it is said why there is none', async () => {
  await expect(setUp([]).report()).rejects.toThrow('There are no runs to report on.');
  const reported = setUp().report();
  const said = expect(reported).rejects.toThrow('The panel does not open');
  await vi.advanceTimersByTimeAsync(31_000);
  await said;
});
