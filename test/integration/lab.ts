import * as vscode from 'vscode';
import type { TestingApi } from '../../src/host/api.ts';
import type { Run, RunState } from '../../src/run/run.ts';
import * as assert from './assert.ts';

/** The API of the extension under test, with its stored runs read. */
export async function lab(): Promise<TestingApi> {
  const extension = vscode.extensions.getExtension<TestingApi>('loss-lab.loss-lab');
  assert.ok(extension, 'loss-lab.loss-lab is not installed');
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** Resolves when `condition` holds; checked after every change of a run. */
export function until(
  api: TestingApi,
  what: string,
  condition: () => boolean,
  patience = 50_000,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      listener.dispose();
      settle();
    };
    const check = (): void => {
      if (condition()) end(resolve);
    };
    const timer = setTimeout(
      () => end(() => reject(new Error(`Waited in vain for ${what}.`))),
      patience,
    );
    const listener = api.onDidChangeRun(check);
    check();
  });
}

export function untilState(
  api: TestingApi,
  runs: readonly Run[],
  ...states: RunState[]
): Promise<void> {
  return until(api, `${states.join(' or ')}, have ${stateList(runs)}`, () =>
    runs.every((run) => states.includes(run.state)),
  );
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function stateList(runs: readonly Run[]): string {
  return runs.map((run) => run.state).join(', ');
}

/** A spec that trains for a second or so. */
export const small = { model: 'softmax-regression', epochs: 2, batchSize: 256 };

/** A spec that would train for minutes. */
export const long = { model: 'mlp', epochs: 10_000 };
