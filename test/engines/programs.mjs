import { findBrowser } from '../../scripts/lib/browser.mjs';
import { canInstallDebian, findProgram, installDebian } from '../../scripts/lib/programs.mjs';
import { stage, Stop } from '../../scripts/lib/say.mjs';

export const FIREFOX = {
  name: 'Firefox',
  packages: ['firefox-esr'],
  names: ['firefox-esr', 'firefox'],
  variable: 'FIREFOX_PATH',
};

/** WebKit's own shell. */
const JSC = {
  name: 'JavaScriptCore',
  packages: ['libjavascriptcoregtk-4.0-bin'],
  names: ['jsc'],
  variable: 'JSC_PATH',
};

/** The path of a program, installed from the system's packages where it is missing; or why there is none. */
export async function programOf({ name, packages, names, usual, variable }) {
  const find = () => findProgram({ paths: [process.env[variable]], names, usual });
  if (!find() && canInstallDebian()) await stage(`${name} (apt-get)`, () => installDebian(...packages));
  const path = find();
  if (path) return { path };
  const how = `as root with apt-get install ${packages.join(' ')}`;
  return { missing: `it was not found; install it ${how}, or give its path in ${variable}.` };
}

export async function chromiumProgram() {
  try {
    return { path: await findBrowser() };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { missing: error.message };
  }
}

/** The programs of the engines that the run needs. */
export async function findEngines(short) {
  const chromium = await chromiumProgram();
  return short ? { chromium } : { chromium, firefox: await programOf(FIREFOX), jsc: await programOf(JSC) };
}
