import { expect, test } from '@playwright/test';
import { golden } from '../contract/core-golden';
import { engineScript } from '../engines/script';

test('a network trained in this browser has the golden bits, those of the server', async ({ page }) => {
  const { define, ask } = await engineScript();
  await page.addScriptTag({ content: define });
  expect(await page.evaluate(ask)).toMatchObject({ ...golden, simd: true, unlike: [] });
});
