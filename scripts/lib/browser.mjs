import { join } from 'node:path';
import { at } from './paths.mjs';
import { canInstallDebian, findProgram, installDebian, runs } from './programs.mjs';
import { runNode } from './run.mjs';
import { Stop, stage } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const USUAL = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
];

/** A Chromium that is already here, or undefined. */
export const installedBrowser = () =>
  findProgram({ paths: [process.env.CHROMIUM_PATH], names: NAMES, usual: USUAL });

const HEADLESS = ['chromium-headless-shell', 'chrome-headless-shell'];

/** Playwright's own copy lives where only Playwright knows; it says where. */
async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  if (runs(path)) return path;
  await runNode(at('node_modules/@playwright/test/cli.js'), ['install', 'chromium']);
  return runs(path) ? path : undefined;
}

/** The path of a Chromium to test with; installs one where none is. */
export async function findBrowser() {
  const here = installedBrowser();
  if (here) return here;
  if (canInstallDebian()) await stage('browser (apt-get)', () => installDebian('chromium'));
  const path = installedBrowser() ?? (await stage('browser (Playwright)', playwrightBrowser));
  if (path) return path;
  throw new Stop(
    'No Chromium was found or could be installed: install one and give its path in CHROMIUM_PATH.',
  );
}

/**
 * The path of a Chromium to play flows with. The one without windows draws the same pages, and takes half of the
 * processor's time for them; any other does where there is none.
 */
export async function findHeadless() {
  const installed = () =>
    findProgram({
      paths: [process.env.CHROMIUM_PATH],
      names: HEADLESS,
      usual: ['/usr/bin/chromium-headless-shell'],
    });
  const here = installed();
  if (here) return here;
  if (canInstallDebian()) await stage('browser (apt-get)', () => installDebian('chromium-headless-shell'));
  return installed() ?? findBrowser();
}
