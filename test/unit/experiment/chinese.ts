import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bundle } from '../../../src/l10n.ts';

const file = path.resolve(import.meta.dirname, '../../../l10n/bundle.l10n.zh-cn.json');

/** What the extension says in Chinese. */
export const chinese = JSON.parse(readFileSync(file, 'utf8')) as Bundle;
