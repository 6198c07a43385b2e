import { cpuBackend } from '../../../src/training/backend/cpu.ts';
import { createBackend } from '../../../src/training/backend/create.ts';
import type { WebglBackend } from '../../../src/training/backend/webgl.ts';
import type { RunEvent } from '../../../src/run/event.ts';
import { eventsOf, outline } from './agreement.ts';
import { binaries, softwareWebgl } from './backends.ts';
import { specFor } from './data.ts';

interface Recovered {
  /** Of the training that lost its device, and of one that lost nothing. */
  readonly outlines: readonly [string[], string[]];
  readonly moves: readonly RunEvent[];
  /** The loss of each step of both. */
  readonly losses: readonly [number[], number[]];
}

/** A training whose device is taken away when a step is told. */
export function loseContext(atStep: number): Promise<Recovered> {
  return losing(atStep, softwareWebgl);
}

/** The same on a machine that gives no second one. */
export function loseForGood(atStep: number): Promise<Recovered> {
  let given = 0;
  return losing(atStep, () =>
    given++ === 0 ? softwareWebgl() : Promise.reject(new Error('no more of them')),
  );
}

async function losing(atStep: number, prefer: () => Promise<WebglBackend>): Promise<Recovered> {
  const spec = specFor('mlp', { epochs: 3 });
  const expected = await eventsOf(spec, cpuBackend);
  let device: WebglBackend | undefined;
  const backend = await createBackend(await binaries(), {
    prefer: async () => (device = await prefer()),
  });
  let isTaken = false;
  const measured = await eventsOf(spec, backend, (event) => {
    if (isTaken || event.step !== atStep) return;
    isTaken = true;
    device?.device.context.gl.getExtension('WEBGL_lose_context')?.loseContext();
  });
  const moves = measured.filter(({ type }) => type === 'moved');
  const others = measured.filter(({ type }) => type !== 'moved');
  const losses = (events: readonly RunEvent[]): number[] =>
    events.flatMap((event) => (event.type === 'batch' ? [event.loss] : []));
  return {
    outlines: [outline(others), outline(expected)],
    moves,
    losses: [losses(measured), losses(expected)],
  };
}
