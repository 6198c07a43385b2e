import * as vscode from 'vscode';
import { message, type Translator } from '../l10n.ts';
import { colourNames, colourOf, palettes, runColours, type Rgb } from '../run/colours.ts';
import type { Run } from '../run/run.ts';
import type { RunLibrary } from './run-library.ts';

/** Asks for one of the six colours, and gives it to these runs and their groups. */
export async function chooseColour(
  runs: readonly Run[],
  library: RunLibrary,
  t: Translator,
): Promise<void> {
  const now = new Set(runs.map(({ identity }) => colourOf(identity)));
  const items = runColours.map((colour) => ({
    label: t(colourNames[colour]),
    description: now.has(colour) ? t(message('now')) : '',
    iconPath: { light: disc(palettes.light[colour]), dark: disc(palettes.dark[colour]) },
    colour,
  }));
  const picked = await vscode.window.showQuickPick(items, { title: t(message('Choose Colour')) });
  if (picked !== undefined) await library.recolour(runs, picked.colour);
}

/** An image, since a quick pick draws the icons of a theme in its text's colour. */
function disc(rgb: Rgb): vscode.Uri {
  const circle = `<circle cx="8" cy="8" r="6" fill="rgb(${rgb.join()})"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">${circle}</svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
}
