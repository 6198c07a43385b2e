import type { FromPage } from '../src/protocol.ts';

/** What VS Code gives a page; may be taken once. */
interface VsCodeApi {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's only way out. */
export interface Host {
  post(message: FromPage): void;
  /** What `remember` kept before the page was hidden or reloaded. */
  recall(): unknown;
  remember(state: unknown): void;
}

export function connectHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    recall: () => api.getState(),
    remember: (state) => api.setState(state),
  };
}

/** An error that nobody caught is the host's to log. */
export function reportErrors(host: Host): void {
  const report = (error: unknown): void => host.post({ type: 'failed', error: describe(error) });
  window.addEventListener('error', (event) => report(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => report(event.reason));
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
