import { defaultThreads } from '../platform/platform.ts';

export const threadsSetting = 'lossLab.threads';

/** As the manifest bounds the setting; a settings file may hold anything. */
const most = 16;

/** How many threads may compute in all: as the setting says, or what suits the cores for 0. */
export function allowedThreads(setting: unknown, cores: number): number {
  if (typeof setting !== 'number' || !(setting >= 1)) return defaultThreads(cores);
  return Math.min(Math.floor(setting), most);
}
