import type { JSX } from 'preact';
import { noticesOf } from '../../src/insight/notices.ts';
import type { Run } from '../../src/run/run.ts';
import { usePage } from '../context.ts';
import { Icon } from './icon.tsx';

/** What a person should know of how these runs compute; nothing where all is as it should be. */
export function Notices({ runs }: { readonly runs: readonly Run[] }): JSX.Element {
  const { t } = usePage();
  return (
    <>
      {noticesOf(runs).map((notice) => (
        <p key={t(notice)} class="note notice">
          <Icon name="info" />
          {t(notice)}
        </p>
      ))}
    </>
  );
}
