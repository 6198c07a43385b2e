import type { FromPage } from '../../src/protocol.ts';
import { themes } from '../../webview/dev/themes.ts';

/* Stands in for VS Code; imported before the page. */

const { bodyClass = '', variables = {} } = themes['dark'] ?? {};
document.body.className = bodyClass;
document.documentElement.style.background = variables['editor-background'] ?? '';
for (const [name, value] of Object.entries(variables)) {
  document.documentElement.style.setProperty(`--vscode-${name}`, value);
}
Object.assign(window, {
  acquireVsCodeApi: () => ({
    getState: () => null,
    setState: () => undefined,
    postMessage: (message: FromPage) => {
      if (message.type === 'failed') console.error(message.error);
    },
  }),
});
