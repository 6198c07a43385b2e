import { mocha } from './mocha.ts';
import 'virtual:integration-tests';

/** VS Code calls this in its extension host; a rejection fails the whole run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}
