import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from '@playwright/test';
import { golden } from '../contract/core-golden';

/** The script of a page that says which bits this browser gets. */
async function script(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../contract/core-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'trainoffCore',
  });
  return outputFiles[0]?.text ?? '';
}

test('a network trained in this browser has the golden bits, those of the server', async ({ page }) => {
  await page.addScriptTag({ content: await script() });
  const found = await page.evaluate('({ core: trainoffCore.core, fingerprints: trainoffCore.found() })');
  expect(found).toEqual(golden);
});
