// @ts-check
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const ON_THE_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing outside this machine is reached, whatever a page asks for. */
export const baseFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** @param {readonly string[]} flags besides, @returns {Promise<import('playwright-core').Browser>} */
export async function launchChromium(flags = []) {
  return chromium.launch({ executablePath: findChromium(), args: [...baseFlags, ...flags] });
}

/** WebGL computed by the processor, which a Chromium without a GPU refuses unless asked for. */
export const softwareWebgl = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** @returns {string} the path of a Chromium or Chrome on this machine */
export function findChromium() {
  const named = process.env['CHROMIUM'];
  const found = (named ? [named] : candidates()).find(isExecutable);
  if (found) return found;
  throw new Error('Chromium is needed: apt-get install chromium (or set CHROMIUM=/path)');
}

function candidates() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onThePath = ON_THE_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onThePath, ...FIXED_PLACES, ...playwrightBrowsers(), ...puppeteerBrowsers()];
}

function playwrightBrowsers() {
  const expected = chromium.executablePath();
  return expected ? [expected] : [];
}

function puppeteerBrowsers() {
  const cache = join(homedir(), '.cache', 'puppeteer', 'chrome');
  if (!existsSync(cache)) return [];
  return readdirSync(cache).map((build) => join(cache, build, 'chrome-linux64', 'chrome'));
}

function isExecutable(/** @type {string} */ file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
