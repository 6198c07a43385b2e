import { expect, test } from 'vitest';
import { datasetSpec, wholeDataset } from '../../../src/experiment/datasets/dataset-spec.ts';
import { wholeOwnData } from '../../../src/experiment/datasets/own/own-data.ts';
import { isMessage, translator } from '../../../src/l10n.ts';
import type { RunSetting } from '../../../src/run/event.ts';
import { classNamesOf } from '../../../src/run/class-names.ts';
import { decodeNote, encodeNote } from '../../../src/run/log/note-codec.ts';
import { identity, runOf, setting } from '../make-run.ts';

const english = translator({}, 'en');
const own = wholeDataset({ own: wholeOwnData({ kind: 'image-folder', path: 'set' }) }, 'mnist');

function namesOf(dataset: typeof own, change?: Partial<RunSetting>): string[] {
  const started = { type: 'started', wallTime: 1, step: 0 } as const;
  const events = change ? [{ ...started, setting: { ...setting, ...change } }] : [];
  const names = classNamesOf(runOf(events, identity({}, { dataset })));
  return names.map((name) => (isMessage(name) ? english(name) : name));
}

test('a data set of the catalogue has its labels, whether the run has begun or not', () => {
  const labels = namesOf(datasetSpec('fashion-mnist'));
  expect(labels).toHaveLength(10);
  expect(labels[9]).toBe('Ankle boot');
});

test('a person’s own data have the names that were read', () => {
  expect(namesOf(own, { classes: 2, classNames: ['猫', '{dog}'] })).toEqual(['猫', '{dog}']);
});

test('classes without a name have their number, and none before they are known', () => {
  expect(namesOf(own, { classes: 3, classNames: ['a'] })).toEqual(['a', 'class 1', 'class 2']);
  expect(namesOf(own)).toEqual([]);
});

const when = { wallTime: 1, step: 0 };
const textOf = (more: object): string => JSON.stringify({ setting: { ...setting, ...more } });

test('names and the module of a loss come back from the log as they were', () => {
  const held = {
    ...setting,
    classNames: ['猫', '"quoted"', 'a\nb', ''],
    ownLoss: { module: '/w/我的.mjs', sha256: '00ff' },
  };
  const event = { type: 'started', ...when, setting: held } as const;
  const note = encodeNote(event);
  if (note.type !== 'text') throw new Error('It is no text');
  expect(decodeNote(note.tag, note.text, when)).toEqual(event);
});

test('names that are no texts are not believed', () => {
  expect(decodeNote('losslab/started', textOf({}), when)).toBeDefined();
  for (const wrong of [{ classNames: [1] }, { classNames: 'ab' }, { ownLoss: {} }, { ownLoss: 1 }])
    expect(decodeNote('losslab/started', textOf(wrong), when)).toBeUndefined();
});
