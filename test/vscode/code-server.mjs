// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { useDisplayLanguage } from './display-language.mjs';
import { installCodeServer } from './install.mjs';
import { freePort, startServer } from './server-process.mjs';

/** A first start with nothing in the way of the extension: no welcome page, no chat, no updates. */
const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
};

/** Moves the extension from the server's Node into the page. */
export const inWebExtensionHost = { 'remote.extensionKind': { 'loss-lab.loss-lab': ['web'] } };

/**
 * @typedef {object} Options
 * @property {string[]} [extensions] .vsix files to install
 * @property {Record<string, unknown>} [settings] user settings, over those that keep VS Code quiet
 * @property {string} [locale] the display language, such as `zh-cn`; English without
 * @property {string} [keepData] a folder for VS Code's data that is used again and not deleted
 * @property {number} [port] the one to prefer; any free one without, or when it is taken
 * @property {string[]} [flags] further flags of code-server
 */

/**
 * @typedef {object} CodeServer
 * @property {string} url the address to open, with a slash at its end
 * @property {number} port
 * @property {string} dataFolder holds home/, user/ (VS Code's user data) and extensions/
 * @property {() => Promise<void>} stop ends it and all that it started
 */

/**
 * Starts code-server on 127.0.0.1 with a home, settings and extensions of its own.
 * @param {Options} [options]
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer(options = {}) {
  const { node, entry } = installCodeServer();
  // Sockets go there too: the path of a socket has to be short.
  const scratch = mkdtempSync(`${tmpdir()}/ll-`);
  const dataFolder = options.keepData ?? scratch;
  const port = await freePort(options.port);
  const env = environment(dataFolder, scratch);
  const folders = [
    `--user-data-dir=${dataFolder}/user`,
    `--extensions-dir=${dataFolder}/extensions`,
  ];

  const removeScratch = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeScratch);

  try {
    writeSettings(dataFolder, options.settings);
    for (const file of options.extensions ?? []) {
      installExtension(file, node, [entry, ...folders], env);
    }
    const url = `http://127.0.0.1:${port}/`;
    const flags = [
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--disable-telemetry'],
      ...['--disable-update-check', '--disable-workspace-trust', '--ignore-last-opened'],
      ...['--session-socket', `${scratch}/session.sock`],
      ...useDisplayLanguage(options.locale, `${dataFolder}/user`),
      ...(options.flags ?? []),
    ];
    const stopServer = await startServer(url, node, [entry, ...folders, ...flags], env);
    const stop = async () => {
      await stopServer();
      process.off('exit', removeScratch);
      removeScratch();
    };
    return { url, port, dataFolder, stop };
  } catch (error) {
    process.off('exit', removeScratch);
    removeScratch();
    throw error;
  }
}

/**
 * The caller's environment without what belongs to an outer VS Code, and with folders of its own.
 * @param {string} dataFolder
 * @param {string} scratch
 */
function environment(dataFolder, scratch) {
  const home = `${dataFolder}/home`;
  mkdirSync(home, { recursive: true });
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'));
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: `${home}/config`,
    XDG_DATA_HOME: `${home}/data`,
    XDG_CACHE_HOME: `${home}/cache`,
    XDG_RUNTIME_DIR: scratch,
    TMPDIR: scratch,
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

/**
 * Settings that are there already stay, so that what a person changed in `npm start` is kept.
 * @param {string} dataFolder
 * @param {Record<string, unknown>} [settings]
 */
function writeSettings(dataFolder, settings) {
  const file = `${dataFolder}/user/User/settings.json`;
  const exists = existsSync(file);
  if (exists && !settings) return;
  /** @type {Record<string, unknown>} */
  const before = exists ? JSON.parse(readFileSync(file, 'utf8')) : QUIET_SETTINGS;
  mkdirSync(`${dataFolder}/user/User`, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...before, ...settings }, undefined, 2));
}

/**
 * @param {string} file a .vsix
 * @param {string} node
 * @param {string[]} args what starts code-server
 * @param {NodeJS.ProcessEnv} env
 */
function installExtension(file, node, args, env) {
  const install = [...args, '--install-extension', file, '--force'];
  const { status, stdout, stderr } = spawnSync(node, install, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${file} could not be installed: ${stderr}${stdout}`);
}
