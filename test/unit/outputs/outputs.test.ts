import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseNpy } from '../../../src/experiment/datasets/own/npy.ts';
import { seeded } from '../../../src/experiment/random.ts';
import {
  epochFile,
  epochName,
  epochOf,
  epochsIn,
  outputsUpTo,
  readOutputs,
  rowsFiles,
} from '../../../src/run/outputs/files.ts';
import { nearestEpoch } from '../../../src/run/nearest-epoch.ts';
import { keptEpochs } from '../../../src/run/outputs/kept-epochs.ts';
import { strideOf, type Outputs } from '../../../src/run/outputs/outputs.ts';
import { OutputSample } from '../../../src/training/output-sample.ts';
import { OutputsKeeper } from '../../../src/training/outputs-keeper.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.resolve(import.meta.dirname, '../../fixtures/outputs', name)));

const outputs = (epoch: number): Outputs => ({
  ...{ epoch, classes: 3, stride: 17, labelsPerImage: 1024 },
  logits: Float32Array.of(1.5, -2.25, 0.1, NaN, Infinity, -Infinity),
  labels: Uint8Array.of(2, 0),
});

const filesOf = (of: Outputs) =>
  new Map([...rowsFiles(of), [epochName(of.epoch), epochFile(of)] as const]);

describe('keptEpochs', () => {
  it('are all epochs of a run of 100 or fewer', () => {
    expect(keptEpochs(0)).toEqual([0]);
    for (const epochs of [1, 7, 100])
      expect(keptEpochs(epochs)).toEqual(Array.from({ length: epochs + 1 }, (_, i) => i));
  });

  it.each([101, 150, 199, 1000, 12_345])('of %i are 101, the first and last included', (epochs) => {
    const kept = keptEpochs(epochs);
    expect(new Set(kept).size).toBe(101);
    expect([kept[0], kept.at(-1)]).toEqual([0, epochs]);
    const gaps = kept.slice(1).map((epoch, i) => epoch - (kept[i] ?? NaN));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  });
});

describe('strideOf', () => {
  it('leaves at most 100,000 numbers and shares no factor with the period, by the least stride', () => {
    const random = seeded(3);
    for (let i = 0; i < 300; i++) {
      const labels = 1 + Math.floor(10 ** (6 * random.uniform()));
      const classes = 2 + Math.floor(30 * random.uniform());
      const period = 1 + Math.floor(64 * random.uniform());
      const isGood = (stride: number): boolean =>
        Math.ceil(labels / stride) * classes <= 100_000 &&
        !Array.from({ length: stride }, (_, d) => d + 1)
          .slice(1)
          .some((d) => stride % d === 0 && period % d === 0);
      const stride = strideOf(labels, classes, period);
      expect(isGood(stride)).toBe(true);
      for (let less = 1; less < stride; less++) expect(isGood(less)).toBe(false);
    }
  });

  it('is 17 for the pixels of 400 scenes of 32 × 32 in 4 classes, and 1 for 2,000 images', () => {
    expect(strideOf(400 * 1024, 4, 32)).toBe(17);
    expect(strideOf(2000, 10, 10)).toBe(1);
  });
});

describe('OutputSample', () => {
  const data = (count: number, labelsPerImage: number, width: number) => ({
    labels: Uint8Array.from({ length: count * labelsPerImage }, (_, i) => (i * 7) % 5),
    ...{ labelsPerImage, width },
  });

  it.each([
    [30, 1024, 32],
    [20_011, 1, 8],
    [12, 1, 8],
  ])('takes the rows at every stride of %i images of %i labels', (count, perImage, width) => {
    const all = data(count, perImage, width);
    const classes = 5;
    const sample = new OutputSample(all, classes);
    const logits = Float32Array.from({ length: all.labels.length * classes }, (_, i) => i);
    const batch = 7 * perImage;
    for (let at = 0; at < all.labels.length; at += batch)
      sample.add(
        logits.subarray(at * classes, (at + batch) * classes),
        all.labels.subarray(at, at + batch),
      );
    const { stride, ...taken } = sample.finish();
    const rows = Array.from(
      { length: Math.ceil(all.labels.length / stride) },
      (_, i) => i * stride,
    );
    expect([...taken.labels]).toEqual(rows.map((row) => all.labels[row]));
    expect([...taken.logits]).toEqual(
      rows.flatMap((row) => [...logits.subarray(row * classes, (row + 1) * classes)]),
    );
    expect(taken.logits.length).toBeLessThanOrEqual(100_000);
  });

  it('meets every column of masks equally often', () => {
    const sample = new OutputSample(data(400, 1024, 32), 4);
    const { stride } = sample.finish();
    const columns = new Array<number>(32).fill(0);
    for (let row = 0; row < 400 * 1024; row += stride)
      columns[row % 32] = (columns[row % 32] ?? 0) + 1;
    expect(Math.max(...columns) - Math.min(...columns)).toBeLessThanOrEqual(1);
  });
});

describe('OutputsKeeper', () => {
  it('hands on the epochs that are kept, and the last at the end, once', () => {
    const kept: number[] = [];
    const keeper = new OutputsKeeper(({ epoch }) => kept.push(epoch), 1000);
    for (let epoch = 0; epoch <= 37; epoch++) keeper.add(outputs(epoch));
    keeper.flush();
    keeper.flush();
    expect(kept).toEqual([0, 10, 20, 30, 37]);
  });
});

describe('The files of the outputs', () => {
  it('are byte for byte those of NumPy', () => {
    expect(epochFile(outputs(12))).toEqual(fixture('epoch-0012.npy'));
    expect(rowsFiles(outputs(12)).get('labels.npy')).toEqual(fixture('labels.npy'));
    const many: Outputs = {
      ...outputs(3),
      classes: 1,
      logits: Float32Array.from({ length: 12_500 }, (_, i) => 8 * i),
      labels: new Uint8Array(12_500),
    };
    expect(epochFile(many)).toEqual(fixture('epoch-0003.npy'));
  });

  it('are read by the reader of own data', () => {
    const { shape, type, at } = parseNpy(epochFile(outputs(1)), 'a.npy');
    expect({ shape, type }).toEqual({ shape: [2, 3], type: 'f4' });
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([...outputs(1).logits]);
  });

  it('give back what was written', () => {
    const { logits, labels, ...rest } = readOutputs(filesOf(outputs(12)), 12, 'outputs');
    expect(rest).toEqual({ classes: 3, stride: 17, labelsPerImage: 1024 });
    expect([...new Float32Array(new Uint8Array(logits).buffer)]).toEqual([...outputs(12).logits]);
    expect([...labels]).toEqual([2, 0]);
  });

  it('are named by their epochs, also beyond 9999', () => {
    expect(epochName(12)).toBe('epoch-0012.npy');
    for (const epoch of [0, 12, 9999, 10_000, 123_456])
      expect(epochOf(epochName(epoch))).toBe(epoch);
    const names = ['epoch-10000.npy', 'labels.npy', 'epoch-0012.npy', 'epoch-0012.npy.tmp'];
    expect(epochsIn(names)).toEqual([12, 10_000]);
  });

  it('that are asked for are those of the nearest epoch before, or of the first', () => {
    expect([0, 3, 4, 5, 99].map((epoch) => nearestEpoch([3, 5], epoch))).toEqual([3, 3, 3, 5, 5]);
    expect(nearestEpoch([], 3)).toBeUndefined();
  });

  it('up to an epoch leave the later ones behind', () => {
    const files = new Map([...filesOf(outputs(1)), ...filesOf(outputs(2)), ...filesOf(outputs(3))]);
    expect([...outputsUpTo(files, 2).keys()].sort()).toEqual([
      'epoch-0001.npy',
      'epoch-0002.npy',
      'labels.npy',
      'rows.json',
    ]);
  });

  it.each(['epoch-0012.npy', 'labels.npy', 'rows.json'])('name %s where it is damaged', (name) => {
    const files = filesOf(outputs(12));
    for (const bytes of [undefined, Uint8Array.of(1, 2), fixture('epoch-0003.npy')]) {
      const damaged = new Map(files);
      if (bytes) damaged.set(name, bytes);
      else damaged.delete(name);
      expect(() => readOutputs(damaged, 12, '/runs/a/outputs')).toThrow(`/runs/a/outputs/${name}`);
    }
  });
});
