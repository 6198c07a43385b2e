/** The views of the panel, in their order. */
export const tabs = ['curves', 'gradients', 'validation', 'data', 'explain', 'verdict'] as const;
export type Tab = (typeof tabs)[number];

/** Undefined for what is not one of them. */
export function parseTab(value: unknown): Tab | undefined {
  return tabs.find((tab) => tab === value);
}
