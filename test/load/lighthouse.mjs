import { fingerprint, isFresh, remember } from '../../scripts/lib/fingerprint.mjs';
import { npm } from '../../scripts/lib/install.mjs';
import { stage } from '../../scripts/lib/say.mjs';

/** Lighthouse has a package.json of its own: it is large, and the product must not depend on it. */
const FOLDER = 'test/load/lighthouse';

/** Installs Lighthouse where it is missing or another version. Whoever uses it looks whether that worked. */
export async function installLighthouse() {
  const print = fingerprint([`${FOLDER}/package-lock.json`], process.versions.modules);
  if (isFresh('lighthouse', print, [`${FOLDER}/node_modules/lighthouse/cli/index.js`])) return;
  const { code } = await stage('Lighthouse', () =>
    npm(['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  if (code === 0) remember('lighthouse', print);
}
