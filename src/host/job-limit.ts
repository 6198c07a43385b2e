export const jobsSetting = 'lossLab.jobs';

/** As the manifest bounds the setting; a settings file may hold anything. */
const most = 16;

/** How many jobs may compute at once: as the setting says, or one a core for 0. */
export function allowedJobs(setting: unknown, cores: number): number {
  if (typeof setting !== 'number' || !(setting >= 1)) return Math.max(1, cores);
  return Math.min(Math.floor(setting), most);
}
