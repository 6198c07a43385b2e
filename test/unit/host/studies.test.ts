import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Studies } from '../../../src/host/studies/studies.ts';
import { studyItem } from '../../../src/host/studies/study-items.ts';
import { studies, studyNames } from '../../../src/insight/studies/catalogue.ts';
import { measuredStudies } from '../../../src/insight/studies/measured.ts';
import { outcomeLabel } from '../../../src/insight/studies/words.ts';
import { progressOf } from '../../../src/insight/studies/progress.ts';
import { newIdentities, type Plan } from '../../../src/run/new-identity.ts';
import { newRun } from '../../../src/run/reduce.ts';
import { shown } from './fake-window.ts';

vi.mock('vscode', async () => (await import('./fake-window.ts')).shown.vscode);

let started: (readonly Plan<unknown>[])[];
let command: Studies;

beforeEach(() => {
  started = [];
  shown.forget();
  const start = (plans: readonly Plan<unknown>[]) => {
    started.push(plans);
    return Promise.resolve([]);
  };
  command = new Studies({ start }, shown.t, shown.log);
});

describe('Run a Study…', () => {
  test('starts every arm with every seed as one comparison, each named after its arm', async () => {
    await shown.call('runStudy', 'bad-initialisation');
    const [plans, ...more] = started;
    const { arms, seeds } = studies['bad-initialisation'];
    expect(more).toEqual([]);
    expect(plans).toHaveLength(Object.keys(arms).length * seeds.length);
    expect(new Set(plans?.map(({ name }) => name))).toEqual(new Set(Object.values(arms).map(({ name }) => shown.t(name)))); // prettier-ignore
    expect(shown.asked).toEqual([]);
  });

  test('starts runs that the study knows as its own', async () => {
    await shown.call('runStudy', { study: 'bad-initialisation' });
    const plans = (started[0] ?? []) as readonly Plan[];
    const runs = newIdentities(plans, new Date(0), () => 0, shown.t).map(newRun);
    for (const run of runs) run.state = 'completed';
    const { finished, planned } = progressOf('bad-initialisation', runs);
    expect([finished, planned]).toEqual([plans.length, plans.length]);
  });

  test('asks which, with what came out of each, where none is named', async () => {
    shown.answer = (items) => items.find(({ label }) => label === shown.t(studies.depth.title));
    await shown.call('runStudy');
    expect(shown.asked).toEqual([studyNames.map((name) => shown.t(studies[name].title))]);
    expect(started[0]?.[0]?.purpose).toMatchObject({ kind: 'study', study: 'depth' });
  });

  test('starts nothing when a person closes the question, which an unknown name asks too', async () => {
    await shown.call('runStudy', 'no-such-study');
    expect(shown.asked).toHaveLength(1);
    expect(started).toEqual([]);
  });

  test('is gone once its owner is', () => {
    command.dispose();
    expect(shown.commands.has('lossLab.runStudy')).toBe(false);
  });
});

test.each(studyNames)('the row of %s says the claim and what was measured', (name) => {
  const { t } = shown;
  const item = studyItem(name, t);
  const outcome = measuredStudies[name]?.outcome;
  expect(item.description).toBe(outcome && t(outcomeLabel(outcome)));
  expect(item.tooltip).toMatch(t(studies[name].claim));
  expect(item.contextValue).toBe('experiment.study');
});
