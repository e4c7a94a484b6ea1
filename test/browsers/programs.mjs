import { FIREFOX, chromiumProgram, programOf } from '../engines/programs.mjs';

/** Where distributions put what nobody is meant to start by hand. */
const WEBKITS = ['lib/x86_64-linux-gnu', 'lib/aarch64-linux-gnu', 'lib', 'libexec'].flatMap((folder) =>
  ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) => `/usr/${folder}/${version}/MiniBrowser`),
);

/** WebKit's engine, as GTK has it, and what drives it: both come with the driver's package. */
const WEBKIT = {
  driver: {
    name: 'WebKitWebDriver',
    packages: ['webkit2gtk-driver'],
    names: ['WebKitWebDriver'],
    variable: 'WEBKIT_DRIVER_PATH',
  },
  browser: {
    name: 'WebKitGTK MiniBrowser',
    packages: ['webkit2gtk-driver'],
    names: ['MiniBrowser'],
    usual: WEBKITS,
    variable: 'WEBKIT_PATH',
  },
  /** WebKitGTK draws nowhere else. */
  display: { name: 'Xvfb', packages: ['xvfb'], names: ['Xvfb'], variable: 'XVFB_PATH' },
};

/** The programs of the browsers that are to play. */
export async function findBrowsers(names) {
  const found = {};
  if (names.includes('chromium')) found.chromium = await chromiumProgram();
  if (names.includes('firefox')) found.firefox = await programOf(FIREFOX);
  if (names.includes('webkit'))
    for (const [part, program] of Object.entries(WEBKIT)) found[part] = await programOf(program);
  return found;
}
