import * as vscode from 'vscode';
import { translator, type Translator } from '../l10n.ts';

/** The translator of this window's display language. */
export function windowTranslator(): Translator {
  return translator(vscode.l10n.bundle ?? {}, vscode.env.language);
}
