export const backendSetting = 'lossLab.backend';

/** As the manifest lists them. */
const values = ['auto', 'node', 'webgl', 'cpu'] as const;

export type BackendSetting = (typeof values)[number];

/** A settings file may hold anything, which then counts as `auto`. */
export function backendSettingOf(value: unknown): BackendSetting {
  return values.find((known) => known === value) ?? 'auto';
}
