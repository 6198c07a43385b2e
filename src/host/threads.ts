import * as vscode from 'vscode';

export const threadsSetting = 'lossLab.threads';

/** Models of this size gain little from more. */
const most = 4;

/** How many threads may compute in all: as the setting says, 0 for as many as there are cores. */
export function allowedThreads(cores: number): number {
  const wanted = vscode.workspace.getConfiguration().get<number>(threadsSetting, 0);
  return wanted > 0 ? wanted : Math.min(cores, most);
}
