import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isExampleName } from '../../../src/experiment/examples/catalogue.ts';
import { measuredStudies } from '../../../src/insight/studies/measured.ts';
import { parseTab } from '../../../src/tabs.ts';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
  };
}

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { contributes } = JSON.parse(read('package.json')) as Manifest;
const [lesson] = contributes.walkthroughs;
const steps = lesson?.steps ?? [];
const texts = ['package.nls.json', 'package.nls.zh-cn.json'].map(
  (file) => JSON.parse(read(file)) as Record<string, string>,
);
const picture = ({ media }: Step): string => read(media.svg);

/** `command:name?["argument"]` of each link of a step. */
function linksOf(text: string): { readonly command: string; readonly args: unknown[] }[] {
  return [...text.matchAll(/\]\(command:([\w.]+)(?:\?([^)]+))?\)/g)].map(([, command = '', args]) => ({
    command,
    args: args === undefined ? [] : (JSON.parse(decodeURIComponent(args)) as unknown[]),
  })); // prettier-ignore
}

const argumentIsKnown: Readonly<Record<string, (args: readonly unknown[]) => boolean>> = {
  'lossLab.openPanel': ([tab]) => parseTab(tab) !== undefined,
  'lossLab.runExperiment': ([name]) => typeof name === 'string' && isExampleName(name),
};

describe('the lesson', () => {
  it('has steps, each of which ends in something to do', () => {
    expect(lesson?.id).toBe('lesson');
    expect(steps.length).toBeGreaterThan(5);
    for (const bundle of texts)
      for (const { description } of steps)
        expect(linksOf(bundle[description.slice(1, -1)] ?? ''), description).not.toEqual([]);
  });

  it('does the same in both languages, by commands that exist and arguments that they know', () => {
    const commands = contributes.commands.map(({ command }) => command);
    const [english, chinese] = texts.map((bundle) =>
      steps.map(({ description }) => linksOf(bundle[description.slice(1, -1)] ?? '')),
    );
    expect(chinese).toEqual(english);
    for (const { command, args } of english?.flat() ?? []) {
      expect(commands).toContain(command);
      expect(argumentIsKnown[command]?.(args) ?? args.length === 0, command).toBe(true);
    }
  });

  it('has a picture a step, in colours of the theme, which is packaged', () => {
    expect(read('.vscodeignore')).toContain('!media/walkthrough/*.svg');
    for (const step of steps) {
      expect(existsSync(path.join(root, step.media.svg)), step.media.svg).toBe(true);
      expect(picture(step)).toMatch(/^<svg /);
      expect(picture(step)).not.toMatch(/NaN|undefined|#[0-9a-f]{3}/);
    }
  });

  it('shows what came out of the studies as it was measured last', () => {
    const outcomes = Object.values(measuredStudies).map(({ outcome }) => outcome);
    const counted = (sign: string): number => read('media/walkthrough/studies.svg').split(`>${sign}<`).length - 1;
    const of = (wanted: string): number => outcomes.filter((outcome) => outcome === wanted).length;
    expect([counted('✓'), counted('~'), counted('✗')]).toEqual([of('reproduced'), of('mixed'), of('not-reproduced')]);
  }); // prettier-ignore
});
